/** Hierarchies that differ in what tells their classes apart and in how their ids are made. */
package io.fluxalchemy.inheritance.kinds;
