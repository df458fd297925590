/** What one column keeps of one attribute: documents, times, defaults of the database; on every database. */
package io.fluxalchemy.columns;
