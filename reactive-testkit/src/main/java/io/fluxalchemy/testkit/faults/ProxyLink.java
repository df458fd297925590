package io.fluxalchemy.testkit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One connection of a driver through the proxy: two sockets and a thread for each direction. */
final class ProxyLink {

    /** The server acts on what it was sent before it hears of the injury: until it answers, and at least and at most so long. */
    private static final long TIME_TO_ACT_MILLIS = 40;

    private static final long MOST_TIME_TO_ACT_MILLIS = 2_000;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server;
    private final AtomicInteger open = new AtomicInteger(2);
    private volatile boolean held;
    private volatile boolean answered;
    private volatile boolean closed;

    ProxyLink(FaultProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Carries what the driver says until it ends or the link is hurt. */
    void up() throws IOException {
        pump(client, server, true);
    }

    /** Carries what the server says. */
    void down() throws IOException {
        pump(server, client, false);
    }

    void hurt(Injury injury) {
        try {
            switch (injury) {
                case RESET -> reset();
                case HALF_CLOSE -> client.shutdownOutput();
                case BLACK_HOLE -> proxy.partition();
            }
        } catch (IOException e) {
            // the link had ended by itself
        }
    }

    void reset() {
        closed = true;
        proxy.forget(this);
        reset(client);
        reset(server);
    }

    private void pump(Socket from, Socket to, boolean up) throws IOException {
        try {
            byte[] buffer = new byte[16 * 1024];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            Piece piece = null;
            for (int n; (n = read(in, buffer, to)) >= 0; ) {
                piece = piece == null ? Piece.first(buffer, n) : piece.next(buffer, n);
                carry(piece, out, up);
            }
            to.shutdownOutput();
        } finally {
            if (open.decrementAndGet() == 0) {
                proxy.forget(this);
                client.close();
                server.close();
            }
        }
    }

    /** A side that was reset, as by a driver that closes with rows unread, resets the other. */
    private static int read(InputStream in, byte[] buffer, Socket to) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            reset(to);
            throw e;
        }
    }

    private void carry(Piece piece, OutputStream out, boolean up) throws IOException {
        Trap trap = proxy.sprungBy(up, piece);
        if (!up) {
            answered = true;
            await(() -> held);
        }
        await(proxy::isPartitioned);
        if (trap == null) {
            proxy.write(piece.bytes(), out);
            return;
        }
        answered = false;
        held = up;
        try {
            if (trap.delivers() && up) {
                proxy.write(piece.bytes(), out);
            }
            spring(trap, up);
            if (trap.delivers() && !up) {
                await(proxy::isPartitioned);
                proxy.write(piece.bytes(), out);
            }
        } finally {
            held = false;
        }
    }

    private void spring(Trap trap, boolean up) throws IOException {
        @Nullable Injury injury = trap.injury();
        if (injury == null) {
            @Nullable Runnable action = trap.action();
            if (action != null) {
                action.run();
            }
            return;
        }
        if (up && trap.delivers()) {
            long start = System.nanoTime();
            pause(TIME_TO_ACT_MILLIS);
            await(() -> !answered && System.nanoTime() - start < MOST_TIME_TO_ACT_MILLIS * 1_000_000);
        }
        proxy.countInjury();
        hurt(injury);
    }

    private void await(Condition stopped) throws IOException {
        while (stopped.holds()) {
            if (closed || proxy.isClosed()) {
                throw new IOException("the link was cut");
            }
            pause(2);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    private interface Condition {
        boolean holds();
    }
}
