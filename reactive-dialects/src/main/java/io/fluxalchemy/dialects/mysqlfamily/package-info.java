/**
 * What MySQL and MariaDB write alike, as parts that the dialects of both put together; none of them is a dialect. Trees go in,
 * SQL comes out. Start reading at {@link io.fluxalchemy.dialects.mysqlfamily.FamilyExpressions}.
 */
@NullMarked
package io.fluxalchemy.dialects.mysqlfamily;

import org.jspecify.annotations.NullMarked;
