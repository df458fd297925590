package io.fluxalchemy.type;

/** Text of any length, text with a longest length, or a document's text. */
record TextType(Storage storage) implements SqlType<String> {

    TextType {
        if (storage instanceof Storage.Varchar varchar) {
            TextRules.requirePositive(varchar.length(), "varchar");
        }
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }

    @Override
    public Object toStorage(String value) {
        String text = TextRules.requireStorable(Canonical.require(String.class, value, this), this);
        if (storage instanceof Storage.Varchar varchar) {
            TextRules.requireLength(text, varchar.length(), this);
        }
        return text;
    }

    @Override
    public String fromStorage(Object stored) {
        return Canonical.require(String.class, stored, this);
    }

    @Override
    public String name() {
        if (storage instanceof Storage.Varchar varchar) {
            return "varchar(" + varchar.length() + ")";
        }
        return storage == Storage.Simple.JSON ? "json" : "text";
    }
}
