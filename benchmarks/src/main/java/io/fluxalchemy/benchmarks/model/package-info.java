/** The entities that FluxAlchemy and Hibernate Reactive map: the same classes for both. */
package io.fluxalchemy.benchmarks.model;
