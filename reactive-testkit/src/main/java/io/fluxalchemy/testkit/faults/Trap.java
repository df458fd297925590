package io.fluxalchemy.testkit.faults;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy waits for on its links, and what it does then.
 *
 * @param on where it looks
 * @param text what it looks for, in upper case
 * @param left how many pieces or bytes it lets pass first
 * @param delivers whether the piece reaches its receiver before the trap springs
 * @param injury what happens to the link; null where {@code action} happens instead, once
 * @param action runs while the answer is held back
 */
record Trap(
        On on,
        String text,
        AtomicLong left,
        boolean delivers,
        @Nullable Injury injury,
        @Nullable Runnable action,
        AtomicBoolean sprung) {

    enum On {
        SENT,
        ANSWERED,
        PIECE,
        BYTES_ANSWERED
    }

    static Trap text(On on, String text, boolean delivers, Injury injury) {
        return new Trap(on, upper(text), new AtomicLong(), delivers, injury, null, new AtomicBoolean());
    }

    static Trap action(On on, String text, long pieces, Runnable action) {
        return new Trap(on, upper(text), new AtomicLong(pieces), true, null, action, new AtomicBoolean());
    }

    static Trap bytes(long bytes, Injury injury) {
        return new Trap(On.BYTES_ANSWERED, "", new AtomicLong(bytes), true, injury, null, new AtomicBoolean());
    }

    /** Whether a piece of the wire is what this waits for; an action happens once. */
    boolean isSprungBy(boolean up, Piece piece) {
        boolean seen = switch (on) {
            case SENT -> up && piece.holds(text);
            case ANSWERED -> !up && piece.holds(text);
            case PIECE -> left.decrementAndGet() == 0;
            case BYTES_ANSWERED -> !up && left.addAndGet(-piece.length()) <= 0;
        };
        return seen && (action == null || sprung.compareAndSet(false, true));
    }

    static String upper(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new String(bytes, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }
}
