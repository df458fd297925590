package io.fluxalchemy.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A server's factory whose connections say that the server is of another version. */
record OlderServer(ConnectionFactory server, String version) implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(server.create()).map(this::disguised);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return server.getMetadata();
    }

    private Connection disguised(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                OlderServer.class.getClassLoader(),
                new Class<?>[] {Connection.class, Wrapped.class},
                (proxy, method, arguments) -> answer(connection, method, arguments));
    }

    private Object answer(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getMetadata")) {
            return new Older(connection.getMetadata().getDatabaseProductName(), version);
        }
        if (method.getName().equals("unwrap") && arguments == null) {
            return connection;
        }
        if (method.getName().equals("unwrap")) {
            Class<?> target = (Class<?>) arguments[0];
            return target.isInstance(connection) ? connection : ((Wrapped<?>) connection).unwrap(target);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record Older(String getDatabaseProductName, String getDatabaseVersion) implements ConnectionMetadata {}
}
