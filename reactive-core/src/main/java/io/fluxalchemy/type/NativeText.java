package io.fluxalchemy.type;

/** A value of a {@link Storage.Native} type in the text that the database reads. Its string is that text. */
public record NativeText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
