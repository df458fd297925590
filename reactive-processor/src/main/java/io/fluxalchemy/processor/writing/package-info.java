/**
 * From shapes to Java source. Decides how generated code looks and nothing else. Start reading at
 * {@link io.fluxalchemy.processor.writing.MetamodelWriter}.
 */
@NullMarked
package io.fluxalchemy.processor.writing;

import org.jspecify.annotations.NullMarked;
