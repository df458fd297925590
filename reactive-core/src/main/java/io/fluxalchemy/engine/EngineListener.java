package io.fluxalchemy.engine;

/**
 * Hears of statements and transactions. Called on whatever thread the database's answer arrives on: return quickly, never block.
 * What a listener throws is logged and otherwise ignored. Listeners of one engine are called in the order they were added.
 */
public interface EngineListener {

    /** A statement has ended. Transaction control is no statement. */
    default void onStatement(StatementEvent event) {}

    /** A transaction has begun or ended, or a savepoint was set, released or rolled back to. */
    default void onTransaction(TransactionEvent event) {}
}
