package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.resources.LoopResources;

/**
 * Event loops whose channels release what they have read and nobody asked for, once they are closed.
 *
 * <p>The driver (1.1.1) does not: when the server ends a link while rows wait for a slow reader, it fails the exchange, releases
 * what it holds itself, and leaves the frames in Reactor Netty's queue below it, which then are lost to Netty's pool for good.
 */
final class CleaningLoops implements LoopResources {

    private final LoopResources loops;

    CleaningLoops(LoopResources loops) {
        this.loops = loops;
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        C channel = loops.onChannel(type, group);
        channel.pipeline().addFirst(new Leftovers());
        return channel;
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
        return loops.onChannelClass(type, group);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return loops.onClient(useNative);
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return loops.onServer(useNative);
    }

    @Override
    public EventLoopGroup onServerSelect(boolean useNative) {
        return loops.onServerSelect(useNative);
    }

    @Override
    public boolean daemon() {
        return loops.daemon();
    }

    @Override
    public boolean isDisposed() {
        return loops.isDisposed();
    }

    @Override
    public void dispose() {
        loops.dispose();
    }

    @Override
    public Mono<Void> disposeLater() {
        return loops.disposeLater();
    }

    @Override
    public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
        return loops.disposeLater(quietPeriod, timeout);
    }

    /** Hears of the end first and acts last, so that the driver has told its callers. */
    private static final class Leftovers extends ChannelInboundHandlerAdapter {

        private @Nullable Connection reader;

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            reader = Connection.from(context.channel());
            context.fireChannelInactive();
        }

        @Override
        public void channelUnregistered(ChannelHandlerContext context) {
            context.fireChannelUnregistered();
            if (reader != null) {
                reader.dispose();
            }
        }
    }
}
