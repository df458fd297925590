package io.fluxalchemy.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a column keeps a value, without saying how one database spells it. Each form has one canonical Java class,
 * which is what drivers are given and what they are read as; a {@link SqlType} converts between it and the class users see.
 */
public sealed interface Storage {

    /** The one Java class that carries a value of this form between the type layer and the driver layer. */
    Class<?> canonicalClass();

    /** Forms that need no parameter. */
    enum Simple implements Storage {
        SMALLINT(Short.class),
        INTEGER(Integer.class),
        BIGINT(Long.class),
        REAL(Float.class),
        DOUBLE(Double.class),
        BOOLEAN(Boolean.class),
        TEXT(String.class),
        DATE(java.time.LocalDate.class),
        TIME(java.time.LocalTime.class),
        /** Date and time without a zone. */
        TIMESTAMP(java.time.LocalDateTime.class),
        /** A point on the time line; the zone it was written with is not kept. */
        INSTANT(java.time.Instant.class),
        UUID(java.util.UUID.class),
        BYTES(byte[].class),
        /** A JSON document as its text. */
        JSON(String.class);

        private final Class<?> canonicalClass;

        Simple(Class<?> canonicalClass) {
            this.canonicalClass = canonicalClass;
        }

        @Override
        public Class<?> canonicalClass() {
            return canonicalClass;
        }
    }

    /**
     * A time, in DDL only: how many digits of the second the column has.
     *
     * @param time {@code TIME}, {@code TIMESTAMP} or {@code INSTANT}
     */
    record Precise(Simple time, int digits) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return time.canonicalClass();
        }
    }

    /** Text of at most {@code length} characters. */
    record Varchar(int length) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return String.class;
        }
    }

    /** Text padded by the database to exactly {@code length} characters. */
    record Char(int length) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return String.class;
        }
    }

    /** An exact decimal; without precision the database's widest. Scale is null only where precision is. */
    record Numeric(@Nullable Integer precision, @Nullable Integer scale) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return java.math.BigDecimal.class;
        }
    }

    /** An enumeration the database knows by name; databases without such types keep the label as text. */
    record NamedEnum(String name, List<String> labels) implements Storage {
        public NamedEnum {
            labels = List.copyOf(labels);
        }

        @Override
        public Class<?> canonicalClass() {
            return String.class;
        }
    }

    /** A one-dimensional array; carried as a {@link List} of the element's canonical class, nulls allowed. */
    record Array(Storage element) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return List.class;
        }
    }

    /** Types that a database has or has not, carried as the text it reads; {@code Dialect.hasType} says which it has. */
    enum Native implements Storage {
        INTERVAL("interval"),
        INTEGER_RANGE("int4range"),
        BIGINT_RANGE("int8range"),
        NUMERIC_RANGE("numrange"),
        DATE_RANGE("daterange"),
        TIMESTAMP_RANGE("tsrange"),
        INSTANT_RANGE("tstzrange"),
        INET("inet"),
        /** Needs the extension of that name. */
        HSTORE("hstore");

        private final String typeName;

        Native(String typeName) {
            this.typeName = typeName;
        }

        /** The name in messages, and where the database that has it spells it no other way. */
        public String typeName() {
            return typeName;
        }

        @Override
        public Class<?> canonicalClass() {
            return NativeText.class;
        }
    }

    /** Bits in a row: exactly {@code length} of them, or at most that many. */
    record Bit(int length, boolean varying) implements Storage {
        @Override
        public Class<?> canonicalClass() {
            return NativeText.class;
        }
    }
}
