package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.ClassName;

/** The library's classes that generated code refers to. */
public final class LibraryNames {

    private static final String SQL = "io.fluxalchemy.sql";
    private static final String TYPE = "io.fluxalchemy.type";
    private static final String SCHEMA = "io.fluxalchemy.schema";
    private static final String MODEL = "io.fluxalchemy.mapping.model";

    public static final ClassName TYPES = ClassName.get(TYPE, "Types");
    public static final ClassName WRAPPING = ClassName.get(TYPE, "Wrapping");
    public static final ClassName SQL_TYPE = ClassName.get(TYPE, "SqlType");
    public static final ClassName GENERIC_TYPE = ClassName.get(TYPE, "GenericType");
    public static final ClassName TABLE_EXPRESSION = ClassName.get(SQL, "TableExpression");
    public static final ClassName TABLE_SOURCE = ClassName.get("io.fluxalchemy.sql.tree", "TableSource");
    public static final ClassName TABLE_NAME = ClassName.get("io.fluxalchemy.sql.tree", "TableName");
    public static final ClassName GENERATION = ClassName.get(SCHEMA, "Generation");
    public static final ClassName UNIQUE_CONSTRAINT = ClassName.get(SCHEMA, "UniqueConstraint");
    public static final ClassName INDEX = ClassName.get(SCHEMA, "Index");
    public static final ClassName MAPPING_EXCEPTION = ClassName.get("io.fluxalchemy.error", "MappingException");
    public static final ClassName ENTITY_TABLE = ClassName.get(MODEL, "EntityTable");
    public static final ClassName ENTITY_MODEL = ClassName.get(MODEL, "EntityModel");
    public static final ClassName ENTITY_REFERENCE = ClassName.get(MODEL, "EntityReference");
    public static final ClassName UNLOADED_EXCEPTION = ClassName.get(MODEL, "UnloadedException");
    public static final ClassName EMBEDDED = ClassName.get(MODEL, "Embedded");
    public static final ClassName EMBEDDABLE_MODEL = ClassName.get(MODEL, "EmbeddableModel");
    public static final ClassName TO_ONE = ClassName.get(MODEL, "ToOne");
    public static final ClassName TO_MANY = ClassName.get(MODEL, "ToMany");
    public static final ClassName ACCESSOR = ClassName.get(MODEL, "Accessor");
    public static final ClassName BASIC_ATTRIBUTE = ClassName.get(MODEL, "BasicAttribute");
    public static final ClassName EMBEDDED_ATTRIBUTE = ClassName.get(MODEL, "EmbeddedAttribute");
    public static final ClassName TO_ONE_ATTRIBUTE = ClassName.get(MODEL, "ToOneAttribute");
    public static final ClassName TO_MANY_ATTRIBUTE = ClassName.get(MODEL, "ToManyAttribute");
    public static final ClassName JOIN_COLUMN = ClassName.get(MODEL, "JoinColumnModel");
    public static final ClassName JOIN_TABLE = ClassName.get(MODEL, "JoinTableModel");
    public static final ClassName CASCADE = ClassName.get(MODEL, "Cascade");

    private LibraryNames() {}

    /** The class of a column of the query language, such as {@code TextColumn}. */
    public static ClassName column(String simpleName) {
        return ClassName.get(SQL, simpleName);
    }
}
