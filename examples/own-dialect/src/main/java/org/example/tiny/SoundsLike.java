package org.example.tiny;

import static io.fluxalchemy.sql.Sql.construct;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.TextExpression;
import io.fluxalchemy.sql.tree.Construct;
import org.jspecify.annotations.Nullable;

/** Texts that sound alike, as each database tells it. */
public enum SoundsLike implements Construct {
    SOUNDS_LIKE;

    public static Condition soundsLike(TextExpression text, String word) {
        return construct(SOUNDS_LIKE, text, word).asCondition();
    }

    @Override
    public @Nullable String template(String dialect) {
        return switch (dialect) {
            case "tiny", "h2", "postgresql" -> "soundex({0}) = soundex({1})";
            case "mariadb" -> "{0} sounds like {1}";
            default -> null;
        };
    }
}
