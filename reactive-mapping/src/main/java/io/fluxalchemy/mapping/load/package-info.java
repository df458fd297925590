/**
 * Rows to entities, and the loading of relations. In go queries with {@link io.fluxalchemy.mapping.load.Load} options, out come
 * entities of one identity map, their relations filled by one further statement each (or none, where joined). Statements of a
 * load run one after the other, never while a result is open. Start reading at {@link io.fluxalchemy.mapping.load.EntityLoader}.
 */
@NullMarked
package io.fluxalchemy.mapping.load;

import org.jspecify.annotations.NullMarked;
