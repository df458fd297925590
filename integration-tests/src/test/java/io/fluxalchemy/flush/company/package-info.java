/** Entities with every kind of id and relation, for the tests of the flush. */
package io.fluxalchemy.flush.company;
