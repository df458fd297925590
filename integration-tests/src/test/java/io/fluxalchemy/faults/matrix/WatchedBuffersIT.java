package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.QuietCheck;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix's check of lost buffers can fail. */
class WatchedBuffersIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration NO_MATTER_HOW_LONG = Duration.ofMillis(100);

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(DATABASE.url());
    }

    @AfterAll
    static void stop() throws IOException {
        stage.close();
    }

    @Test
    void aMessageOfTheServerThatIsKeptIsSeenWithWhatIsInIt() {
        WatchedBuffers buffers = new WatchedBuffers();
        Keeping loops = new Keeping(buffers);
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url() + "?applicationName=keeping")
                .driverOption(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops)
                .maxSize(1)
                .build();
        AsyncEngine witness = AsyncEngine.create(DATABASE.url());
        QuietCheck check = QuietCheck.of(engine, witness, "keeping").and(buffers::open);
        read(engine, "a row that is released");
        check.verify(SOON);

        read(engine, "a row that is kept");
        assertThatThrownBy(() -> check.verify(NO_MATTER_HOW_LONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a buffer not released")
                .hasMessageContaining("a row that is kept");

        loops.kept.get().release();
        check.verify(SOON);
        engine.close().block(SOON);
        witness.close().block(SOON);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyLaneOfTheMatrixTakesItsBuffersFromWhereTheyAreWatched(Way way) {
        FaultCase fault = new FaultCase(Phase.P2_DELIVERED, way.fault, Shape.MONO, 1, Expected.committed());
        try (Lane lane = new Lane(fault, stage)) {
            assertThat(lane.buffers().allocated()).isPositive();
            lane.quiet().verify(SOON);

            ByteBuf lost = lane.buffers().ioBuffer(16);
            lost.writeCharSequence("lost in a case", StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> lane.quiet().verify(NO_MATTER_HOW_LONG))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("lost in a case");
            lost.release();
            lane.quiet().verify(SOON);
        }
    }

    private static void read(AsyncEngine engine, String text) {
        assertThat(engine.one(sql("select '" + text + "'").as(String.class)).block(SOON))
                .isEqualTo(text);
    }

    /** How a lane comes by its driver. */
    enum Way {
        BY_URL(Fault.named("none", run -> {})),
        OVER_THE_DRIVER_THAT_MISBEHAVES(Misbehaving.at(Misbehaving.Where.VALIDATE, Misbehaving.How.LINK_LOST));

        private final Fault fault;

        Way(Fault fault) {
            this.fault = fault;
        }
    }

    /** Keeps the first message in which a row says so. */
    private static final class Keeping extends WatchedLoops {

        private final AtomicReference<ByteBuf> kept = new AtomicReference<>();

        Keeping(WatchedBuffers buffers) {
            super(buffers);
        }

        @Override
        public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
            C channel = super.onChannel(type, group);
            channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    if (message instanceof ByteBuf bytes
                            && bytes.toString(StandardCharsets.ISO_8859_1).contains("is kept")
                            && kept.compareAndSet(null, bytes)) {
                        bytes.retain();
                    }
                    context.fireChannelRead(message);
                }
            });
            return channel;
        }
    }
}
