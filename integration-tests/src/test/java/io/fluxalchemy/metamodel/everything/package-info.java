/** A model with one of everything the processor maps; its generated classes are compiled with every warning an error. */
package io.fluxalchemy.metamodel.everything;
