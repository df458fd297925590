/** Random programs of transactions, run and predicted. Start reading at {@code TransactionModelIT}. */
package io.fluxalchemy.faults.model;
