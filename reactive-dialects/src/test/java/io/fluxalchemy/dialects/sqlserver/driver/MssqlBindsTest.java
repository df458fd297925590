package io.fluxalchemy.dialects.sqlserver.driver;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialects.sqlserver.SqlServerDialect;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.mssql.UnsentStatement;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values through the real driver's parser of statements and its codecs, without a server. */
class MssqlBindsTest {

    /** A table whose names hold what the driver looks for. */
    private static final class Hostile extends Table<Hostile> {

        static final Hostile HOSTILE = new Hostile(Name.of("a]@P9'--"));

        final TextColumn text = varchar("it's /* @P7", 20);

        private Hostile(Name name) {
            super(name, Hostile::new);
        }
    }

    private final MssqlDriverAdapter adapter = new MssqlDriverAdapter();
    private final SqlCompiler compiler = new SqlCompiler(new SqlServerDialect(), 16);

    private UnsentStatement bound(BoundSql run) {
        UnsentStatement unsent = new UnsentStatement(run.text());
        for (int i = 0; i < run.parameters().size(); i++) {
            Parameter parameter = run.parameters().get(i);
            bind(unsent, i, parameter.type(), parameter.value());
        }
        return unsent;
    }

    @SuppressWarnings("unchecked") // a parameter's value is of its type
    private <T> void bind(UnsentStatement unsent, int index, SqlType<T> type, @Nullable Object value) {
        adapter.bind(unsent.statement(), index, type, value == null ? null : type.toStorage((T) value));
    }

    private <T> String declared(SqlType<T> type, @Nullable T value) {
        UnsentStatement unsent = new UnsentStatement("select @P1");
        bind(unsent, 0, type, value);
        return unsent.declared();
    }

    @Test
    void aMarkerAtSeveralPlacesIsOneValue() {
        BoundSql run =
                compiler.prepare(sql("select * from author where name = :name or born = :born or name like :name")
                        .bind("name", "x")
                        .bind("born", 3)
                        .rows());
        assertThat(UnsentStatement.markers(run.text())).containsExactly("P1", "P2", "P1");
        assertThat(bound(run).declared()).isEqualTo("@P1 nvarchar(4000),@P2 int");
    }

    @Test
    void whatNamesHoldIsNoMarker() {
        BoundSql run = compiler.prepare(select(Hostile.HOSTILE.text)
                .from(Hostile.HOSTILE)
                .where(Hostile.HOSTILE.text.eq("@P5"), Hostile.HOSTILE.text.startsWith("[")));
        assertThat(run.text()).contains("[a]]@P9'--]", "[it's /* @P7]");
        assertThat(UnsentStatement.markers(run.text())).containsExactly("P1", "P2");
        assertThat(bound(run).declared()).isEqualTo("@P1 nvarchar(4000),@P2 nvarchar(4000)");
    }

    @Test
    void asManyValuesAsACallTakesAreBound() {
        var insert = insertInto(Hostile.HOSTILE)
                .rows(IntStream.range(0, 1_000).mapToObj(Integer::toString).toList())
                .set(Hostile.HOSTILE.text, text -> text);
        assertThat(bound(compiler.prepare(insert)).declared())
                .isEqualTo(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> "@P" + i + " nvarchar(4000)")
                        .collect(Collectors.joining(",")));
    }

    @Test
    void everyTypeIsDeclaredAsItsColumnIsKept() {
        assertThat(declared(Types.BOOLEAN, true)).isEqualTo("@P1 tinyint");
        assertThat(declared(Types.SMALLINT, (short) 1)).isEqualTo("@P1 smallint");
        assertThat(declared(Types.INTEGER, 1)).isEqualTo("@P1 int");
        assertThat(declared(Types.BIGINT, 1L)).isEqualTo("@P1 bigint");
        assertThat(declared(Types.REAL, 1f)).isEqualTo("@P1 real");
        assertThat(declared(Types.DOUBLE, 1d)).isEqualTo("@P1 float");
        assertThat(declared(Types.NUMERIC, new BigDecimal("1.50"))).isEqualTo("@P1 decimal(38,2)");
        assertThat(declared(Types.numeric(20, 4), new BigDecimal("1.5"))).isEqualTo("@P1 decimal(38,4)");
        assertThat(declared(Types.TEXT, "x")).isEqualTo("@P1 nvarchar(4000)");
        assertThat(declared(Types.TEXT, "x".repeat(4_001))).isEqualToIgnoringCase("@P1 nvarchar(max)");
        assertThat(declared(Types.BYTES, new byte[] {1})).isEqualTo("@P1 varbinary(8000)");
        assertThat(declared(Types.BYTES, new byte[8_001])).isEqualToIgnoringCase("@P1 varbinary(max)");
        assertThat(declared(Types.DATE, LocalDate.of(2026, 1, 2))).isEqualTo("@P1 date");
        assertThat(declared(Types.TIME, LocalTime.NOON)).isEqualTo("@P1 time");
        assertThat(declared(Types.LOCAL_TIMESTAMP, LocalDateTime.of(2026, 1, 2, 3, 4)))
                .isEqualTo("@P1 datetime2");
        assertThat(declared(Types.TIMESTAMP, Instant.EPOCH)).isEqualTo("@P1 datetimeoffset");
        assertThat(declared(Types.UUID, new UUID(1, 2))).isEqualTo("@P1 uniqueidentifier");
        assertThat(declared(Types.JSON, "{}")).isEqualTo("@P1 nvarchar(4000)");
    }

    @Test
    void aNullIsDeclaredAsItsType() {
        assertThat(declared(Types.INTEGER, null)).isEqualTo("@P1 int");
        assertThat(declared(Types.NUMERIC, null)).isEqualTo("@P1 decimal(38,0)");
        assertThat(declared(Types.TEXT, null)).isEqualTo("@P1 varchar(8000)");
        assertThat(declared(Types.BYTES, null)).isEqualTo("@P1 varbinary(8000)");
        assertThat(declared(Types.TIMESTAMP, null)).isEqualTo("@P1 datetimeoffset");
        assertThat(declared(Types.UUID, null)).isEqualTo("@P1 uniqueidentifier");
        assertThat(declared(Types.BOOLEAN, null)).isEqualTo("@P1 tinyint");
    }

    @Test
    void whatTheServerHasNotOrWouldRoundIsRefused() {
        assertThatThrownBy(() -> declared(Types.DOUBLE, Double.NaN))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("NaN or infinite");
        assertThatThrownBy(() -> declared(Types.NUMERIC, new BigDecimal("0.12345678901")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("more than 10 digits after the point");
        assertThatThrownBy(() -> declared(Types.NUMERIC, new BigDecimal("1E+28")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("more than 28 digits before the point");
        assertThat(declared(Types.NUMERIC, new BigDecimal("0.123456789000000"))).isEqualTo("@P1 decimal(38,15)");
        assertThatThrownBy(() -> declared(Types.DATE, LocalDate.of(0, 12, 31)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("1 to 9999");
        assertThatThrownBy(() -> declared(Types.TIMESTAMP, Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void aDecimalIsBroughtToItsColumnsScaleInTheStatement() {
        var number = value(new BigDecimal("1.5"));
        assertThat(compiler.prepare(select(number)).text()).isEqualTo("select cast(@P1 as decimal(38, 10))");
    }

    @Test
    void anotherMachineMustProveWhoItIsUnlessTheUrlSaysOtherwise() {
        DriverSettings settings = new DriverSettings(Duration.ofSeconds(3), 64, 1);
        assertThat(configured("r2dbc:mssql://u:p@db.example.com/s", settings)).isEqualTo(true);
        assertThat(configured("r2dbc:sqlserver://u:p@db.example.com/s?ssl=false", settings))
                .isEqualTo("false");
        assertThat(configured("r2dbc:mssql://u:p@127.0.0.1/s", settings)).isNull();
    }

    private @Nullable Object configured(String url, DriverSettings settings) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(url);
        assertThat(adapter.supports(options)).isTrue();
        return adapter.configure(options, settings).getValue(Option.valueOf(ConnectionFactoryOptions.SSL.name()));
    }
}
