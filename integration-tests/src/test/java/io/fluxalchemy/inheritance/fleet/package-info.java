/** A hierarchy of several levels, with relations to its root and to a subclass. */
package io.fluxalchemy.inheritance.fleet;
