package io.fluxalchemy.engine.turn;

/** What a Context carries of a scope that is open around: errors thrown through its operators are told to its turn. */
public interface InTurn {

    Turn turn();
}
