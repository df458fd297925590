/**
 * The frozen description of entities: what a generated metamodel class says of its entity, and the typed tables, embeddeds and
 * relations users write queries with. In goes generated code, out come table definitions, accessors and columns in a fixed order.
 * No Reactor, no reflection on the path of a query. Start reading at {@link io.fluxalchemy.mapping.model.EntityModel}.
 */
@NullMarked
package io.fluxalchemy.mapping.model;

import org.jspecify.annotations.NullMarked;
