/** The shop of the snippets: what users would write, as entities and as tables declared in code. */
package io.fluxalchemy.metamodel.shop;
