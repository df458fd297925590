/** The Java code that the pages in docs show: taken from here, compiled here and run here. */
package io.fluxalchemy.docs;
