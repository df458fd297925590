package io.r2dbc.mssql;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.r2dbc.mssql.client.Client;
import io.r2dbc.mssql.client.ConnectionContext;
import io.r2dbc.mssql.client.TransactionStatus;
import io.r2dbc.mssql.codec.DefaultCodecs;
import io.r2dbc.mssql.message.ClientMessage;
import io.r2dbc.mssql.message.Message;
import io.r2dbc.mssql.message.TransactionDescriptor;
import io.r2dbc.mssql.message.tds.Redirect;
import io.r2dbc.mssql.message.type.Collation;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A statement of the real driver that never leaves: its parser finds the markers and its codecs write the values, without a server.
 * In the driver's package, since that shows neither to others.
 */
public final class UnsentStatement {

    private final ParametrizedMssqlStatement statement;

    public UnsentStatement(String sql) {
        this.statement = new ParametrizedMssqlStatement(
                new NoServer(),
                new ConnectionOptions(each -> false, new DefaultCodecs(), new IndefinitePreparedStatementCache(), true),
                sql);
    }

    public Statement statement() {
        return statement;
    }

    /** The names of the markers, at each place where one stands. */
    public static List<String> markers(String sql) {
        return ParametrizedMssqlStatement.ParsedQuery.parse(sql).getParameters().stream()
                .map(ParametrizedMssqlStatement.ParsedParameter::getName)
                .toList();
    }

    /** How the driver declares to the server what was bound. */
    public String declared() {
        return statement.getBindings().first().getFormalParameters();
    }

    /** What the driver asks its connection for while values are bound. */
    private static final class NoServer implements Client {

        @Override
        public ByteBufAllocator getByteBufAllocator() {
            return UnpooledByteBufAllocator.DEFAULT;
        }

        @Override
        public ConnectionContext getContext() {
            return new ConnectionContext();
        }

        @Override
        public Optional<Collation> getDatabaseCollation() {
            return Optional.of(Collation.RAW);
        }

        @Override
        public Optional<String> getDatabaseVersion() {
            return Optional.empty();
        }

        @Override
        public Optional<Redirect> getRedirect() {
            return Optional.empty();
        }

        @Override
        public TransactionDescriptor getTransactionDescriptor() {
            return TransactionDescriptor.empty();
        }

        @Override
        public TransactionStatus getTransactionStatus() {
            return TransactionStatus.AUTO_COMMIT;
        }

        @Override
        public boolean isColumnEncryptionSupported() {
            return false;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public Mono<Void> attention() {
            return Mono.empty();
        }

        @Override
        public Mono<Void> close() {
            return Mono.empty();
        }

        @Override
        public Flux<Message> exchange(Publisher<? extends ClientMessage> requests, Predicate<Message> takeUntil) {
            return Flux.error(new UnsupportedOperationException("there is no server"));
        }
    }
}
