package io.fluxalchemy.testkit.faults;

/** What happens to the wire between a driver and its server. */
public enum Injury {
    /** Both ends of the link are reset, as by a crashed machine or a firewall. */
    RESET,
    /** The client hears an orderly end while it may still send, as from a proxy that gave the server up. */
    HALF_CLOSE,
    /**
     * Nothing passes any more on any link, old or new, and nobody is told: a silent network. Until
     * {@link FaultProxy#heal()}, when what was sent meanwhile arrives, as TCP would have it.
     */
    BLACK_HOLE
}
