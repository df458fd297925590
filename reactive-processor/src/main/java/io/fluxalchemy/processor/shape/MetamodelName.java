package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.ClassName;

/**
 * A mapped class and what is generated for it.
 *
 * @param type the mapped class
 * @param metamodel the generated class, such as {@code Author_}
 * @param constant its default instance, such as {@code AUTHOR}
 */
public record MetamodelName(ClassName type, ClassName metamodel, String constant) {

    /** Names by rule: nested classes join theirs with an underscore, and the suffix follows. */
    public static MetamodelName of(ClassName type, String suffix) {
        String joined = String.join("_", type.simpleNames());
        return new MetamodelName(
                type, ClassName.get(type.packageName(), joined + suffix), Naming.constant(type.simpleName()));
    }

    /** The stand-in for an entity that was not loaded. */
    public ClassName reference() {
        return ClassName.get(type.packageName(), metamodel.simpleName() + "Reference");
    }
}
