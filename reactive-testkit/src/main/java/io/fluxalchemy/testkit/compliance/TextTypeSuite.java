package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.testkit.compliance.TypeTable.TYPES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.sql.Column;
import java.time.DayOfWeek;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Texts of any script and length, bytes, and the names of constants. */
public abstract class TextTypeSuite extends TypeSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TextTypeSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void textOfAnyScript() {
        comeBack(TYPES.shortText, "", " ", "it's", "a\\b\"c%_", "Ünïcødé 漢字 🙂");
        comeBack(TYPES.longText, "", "line\nline\ttab", "🙂".repeat(20_000));
    }

    @Test
    void whatNoDatabaseKeepsIsRefused() {
        assertThatThrownBy(() -> comeBack(TYPES.shortText, "a\0b")).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> comeBack(TYPES.shortText, "half a \ud83d pair"))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> comeBack(TYPES.shortText, "x".repeat(51))).isInstanceOf(ConversionException.class);
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        comeBack(TYPES.bytes, new byte[0], new byte[] {0, 1, 0, 2}, all);
    }

    @Test
    void namesOfAnEnum() {
        comeBack(TYPES.name, DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    /** Of the versions of RFC 9562, and its nil and max: MariaDB refuses others, with an error. */
    @Test
    void uuids() {
        comeBack(
                TYPES.uuid,
                new UUID(0, 0),
                new UUID(-1, -1),
                UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
                UUID.fromString("018f3a2b-7c4d-7e5f-8a9b-0c1d2e3f4a5b"));
    }

    @Test
    void nullInEveryColumn() {
        for (Column<?> column : TYPES.columns()) {
            if (!column.name().equals("id")) {
                comeBackNull(column);
            }
        }
    }
}
