package io.fluxalchemy.testkit.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A wire between a driver and its server that breaks where a test says.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
 *     AsyncEngine engine = AsyncEngine.create(proxy.through(DATABASE.url()));
 *     proxy.whenSent("COMMIT", Injury.RESET);         // stored, and nobody hears of it
 *     …
 *     proxy.heal();
 * }
 * }</pre>
 *
 * <p>It knows a protocol by marker only: a text seen on its way to the server or back, without regard to case. What is set lasts
 * until {@link #heal()}. Works on any protocol over TCP without encryption. Threads of its own, daemons all; safe for use by many
 * threads. Opens its port when it is made and no connection before a driver does.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final AtomicLong injuries = new AtomicLong();
    private volatile boolean partitioned;
    private volatile boolean sliced;
    private volatile long delayMillis;

    private FaultProxy(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a fault proxy", e);
        }
        start("fault-proxy-door", this::accept);
    }

    /**
     * A proxy before the server of an R2DBC URL.
     *
     * @param r2dbcUrl with host and port
     * @return a proxy that listens on a port of its own of the loopback interface
     */
    public static FaultProxy before(String r2dbcUrl) {
        URI server = server(r2dbcUrl);
        return new FaultProxy(server.getHost(), server.getPort());
    }

    /**
     * The same URL, through this proxy.
     *
     * @param r2dbcUrl the URL this proxy was made for
     * @return with the proxy's host and port in place of the server's
     */
    public String through(String r2dbcUrl) {
        URI server = server(r2dbcUrl);
        return r2dbcUrl.replace(
                server.getHost() + ":" + server.getPort(),
                door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
    }

    /**
     * From now on the server gets this text, acts on it, and its answer is lost; for one that takes longer it has 2 s.
     *
     * @param text such as {@code COMMIT}; 64 characters at most
     * @param injury how the answer is lost
     */
    public void whenSent(String text, Injury injury) {
        traps.add(Trap.text(Trap.On.SENT, text, true, injury));
    }

    /**
     * From now on this text does not reach the server, which knows no more of it than the driver knows of what became of it.
     *
     * @param text such as {@code COMMIT}; 64 characters at most
     * @param injury what happens to the link instead
     */
    public void insteadOf(String text, Injury injury) {
        traps.add(Trap.text(Trap.On.SENT, text, false, injury));
    }

    /**
     * From now on this text, on its way from the server, hurts the link before it arrives.
     *
     * @param text such as a value of a row; 64 characters at most
     * @param injury what happens to the link
     */
    public void whenAnswered(String text, Injury injury) {
        traps.add(Trap.text(Trap.On.ANSWERED, text, false, injury));
    }

    /**
     * The next time this text goes to the server, an action runs while the answer is held back: a test that cancels there
     * cancels what is in flight.
     *
     * @param text such as {@code COMMIT}; 64 characters at most
     * @param action runs once, on a thread of the proxy
     */
    public void whileWaiting(String text, Runnable action) {
        traps.add(Trap.action(Trap.On.SENT, text, 0, action));
    }

    /**
     * An action that runs once, before the n-th piece from now arrives, whichever way it goes.
     *
     * @param pieces counted from 1; what one side sends at once is mostly one piece
     * @param action runs on a thread of the proxy
     */
    public void atPiece(long pieces, Runnable action) {
        traps.add(Trap.action(Trap.On.PIECE, "", pieces, action));
    }

    /**
     * Hurts links once so many bytes have come from the server, all links counted together.
     *
     * @param bytes counted from now
     * @param injury what happens to each link that gets an answer after that
     */
    public void afterBytes(long bytes, Injury injury) {
        traps.add(Trap.bytes(bytes, injury));
    }

    /**
     * Hurts every open link now.
     *
     * @param injury what happens to them
     */
    public void now(Injury injury) {
        countInjury();
        if (injury == Injury.BLACK_HOLE) {
            partition();
        } else {
            links.forEach(link -> link.hurt(injury));
        }
    }

    /**
     * Everything takes longer from now on.
     *
     * @param each the wait before each piece, in both directions
     */
    public void delay(Duration each) {
        delayMillis = each.toMillis();
    }

    /** From now on everything arrives one byte at a time. */
    public void slice() {
        sliced = true;
    }

    /** Breaks nothing any more, and lets pass what a black hole held back. Links that were hurt stay so. */
    public void heal() {
        traps.clear();
        partitioned = false;
        sliced = false;
        delayMillis = 0;
    }

    /**
     * How often a link was hurt.
     *
     * @return counted since the proxy was made
     */
    public long injuries() {
        return injuries.get();
    }

    /**
     * How many connections pass through it now.
     *
     * @return open links
     */
    public int links() {
        return links.size();
    }

    /** Stops listening and resets every link. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the fault proxy's port could not be closed", e);
        }
        links.forEach(ProxyLink::reset);
    }

    boolean isPartitioned() {
        return partitioned;
    }

    boolean isClosed() {
        return door.isClosed();
    }

    void partition() {
        partitioned = true;
    }

    void countInjury() {
        injuries.incrementAndGet();
    }

    void forget(ProxyLink link) {
        links.remove(link);
    }

    @Nullable
    Trap sprungBy(boolean up, Piece piece) {
        Trap sprung = null;
        for (Trap trap : traps) {
            if (trap.isSprungBy(up, piece) && sprung == null) {
                sprung = trap;
            }
        }
        return sprung;
    }

    void write(byte[] bytes, OutputStream out) throws IOException {
        if (delayMillis > 0) {
            ProxyLink.pause(delayMillis);
        }
        if (sliced) {
            for (byte one : bytes) {
                out.write(one);
                out.flush();
            }
        } else {
            out.write(bytes);
            out.flush();
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            try {
                ProxyLink link = new ProxyLink(this, client, new Socket(host, port));
                links.add(link);
                start("fault-proxy-up", link::up);
                start("fault-proxy-down", link::down);
            } catch (IOException serverDown) {
                client.close();
            }
        }
    }

    private static void start(String name, Body body) {
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (IOException ended) {
                        // a link that is cut ends its threads, a closed door the one that accepts
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static URI server(String r2dbcUrl) {
        return URI.create(r2dbcUrl.substring("r2dbc:".length()));
    }

    private interface Body {
        void run() throws IOException;
    }
}
