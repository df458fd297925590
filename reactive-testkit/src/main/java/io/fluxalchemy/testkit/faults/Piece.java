package io.fluxalchemy.testkit.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What one read took from the wire, with the end of what came before: a text may lie across two reads. */
final class Piece {

    /** The longest text that is found across two reads. */
    static final int LONGEST = 64;

    private final byte[] before;
    private final byte[] bytes;

    private Piece(byte[] before, byte[] bytes) {
        this.before = before;
        this.bytes = bytes;
    }

    static Piece first(byte[] buffer, int length) {
        return new Piece(new byte[0], Arrays.copyOf(buffer, length));
    }

    Piece next(byte[] buffer, int length) {
        byte[] all = joined();
        return new Piece(
                Arrays.copyOfRange(all, Math.max(0, all.length - LONGEST), all.length), Arrays.copyOf(buffer, length));
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether a text ends in this piece. */
    boolean holds(String upperCase) {
        String all = new String(joined(), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        return all.indexOf(upperCase, Math.max(0, before.length - upperCase.length() + 1)) >= 0;
    }

    private byte[] joined() {
        byte[] all = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, all, before.length, bytes.length);
        return all;
    }
}
