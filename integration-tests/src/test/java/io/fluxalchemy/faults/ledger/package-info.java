/** Transfers between accounts under random faults, and the books checked afterwards. Start reading at {@code LedgerIT}. */
package io.fluxalchemy.faults.ledger;
