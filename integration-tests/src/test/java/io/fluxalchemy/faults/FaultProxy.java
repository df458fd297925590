package io.fluxalchemy.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire between a driver and its server that can be cut. It knows a protocol by marker only: it sees a text go up, stops what
 * comes down, gives the server time to act, and resets both sides. That is how an answer to COMMIT gets lost.
 */
final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile byte[] marker = {};

    private FaultProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pump("fault-proxy-door", this::accept);
    }

    /** A proxy before the server of an R2DBC URL. */
    static FaultProxy before(String r2dbcUrl) throws IOException {
        URI server = server(r2dbcUrl);
        return new FaultProxy(server.getHost(), server.getPort());
    }

    /** The same URL, through this proxy. */
    String through(String r2dbcUrl) {
        URI server = server(r2dbcUrl);
        return r2dbcUrl.replace(
                server.getHost() + ":" + server.getPort(),
                door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
    }

    /** From now on a link on which this text goes up gets no answer to it and is reset, until {@link #heal()}. */
    void loseAnswersTo(String text) {
        marker = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Resets every open link. */
    void cutAll() {
        links.forEach(Link::cut);
    }

    void heal() {
        marker = new byte[0];
    }

    /** How many links were reset because of the text. */
    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Link link = new Link(door.accept(), new Socket(host, port));
            links.add(link);
            pump("fault-proxy-up", link::up);
            pump("fault-proxy-down", link::down);
        }
    }

    private static void pump(String name, Body body) {
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (IOException closed) {
                        // a cut link ends its pumps
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

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean muted;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void up() throws IOException {
            byte[] buffer = new byte[16 * 1024];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n; (n = in.read(buffer)) >= 0; ) {
                boolean lose = marker.length > 0 && contains(buffer, n, marker);
                muted = muted || lose;
                out.write(buffer, 0, n);
                out.flush();
                if (lose) {
                    pause();
                    cuts.incrementAndGet();
                    cut();
                }
            }
            server.shutdownOutput();
        }

        void down() throws IOException {
            byte[] buffer = new byte[16 * 1024];
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (!muted) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
            client.shutdownOutput();
        }

        void cut() {
            links.remove(this);
            reset(client);
            reset(server);
        }

        private void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The server acts on what it was sent before it hears of the cut. */
        private void pause() {
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean contains(byte[] buffer, int length, byte[] text) {
        for (int at = 0; at + text.length <= length; at++) {
            int same = 0;
            while (same < text.length && Character.toUpperCase(buffer[at + same]) == text[same]) {
                same++;
            }
            if (same == text.length) {
                return true;
            }
        }
        return false;
    }
}
