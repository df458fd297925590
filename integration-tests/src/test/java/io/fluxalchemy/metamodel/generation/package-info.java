/** The annotation processor run by compile-testing against the library: what it writes, under which names. */
package io.fluxalchemy.metamodel.generation;
