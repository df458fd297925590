/**
 * The annotation processor that writes the typed metamodel and the field accessors of entities. In go classes annotated with
 * {@code jakarta.persistence}, out come source files, registry entries and compile errors that name the element and the fix.
 * It knows the library and the annotations by name only. Start reading at {@link io.fluxalchemy.processor.MetamodelProcessor}.
 */
@NullMarked
package io.fluxalchemy.processor;

import org.jspecify.annotations.NullMarked;
