package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;

/** Text padded by the database. Some databases give the padding back and some do not, so it is never part of the value. */
record CharType(Storage.Char storage) implements SqlType<String> {

    CharType {
        TextRules.requirePositive(storage.length(), "char");
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }

    @Override
    public Object toStorage(String value) {
        String text = TextRules.requireStorable(Canonical.require(String.class, value, this), this);
        TextRules.requireLength(text, storage.length(), this);
        if (text.endsWith(" ")) {
            throw new ConversionException("the text ends in a space, which " + name() + " does not keep: use varchar("
                    + storage.length() + ")");
        }
        return text;
    }

    @Override
    public String fromStorage(Object stored) {
        String text = Canonical.require(String.class, stored, this);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    @Override
    public String name() {
        return "char(" + storage.length() + ")";
    }
}
