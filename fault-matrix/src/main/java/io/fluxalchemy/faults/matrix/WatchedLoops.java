package io.fluxalchemy.faults.matrix;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import reactor.netty.resources.LoopResources;

/** Event loops whose channels take their buffers from where they are watched. The threads are the same for all. */
class WatchedLoops implements LoopResources {

    /** Odd, as the engine's own: of an even number only half is ever used. */
    private static final LoopResources THREADS = LoopResources.create("fault-matrix", 3, true);

    private final WatchedBuffers buffers;

    WatchedLoops(WatchedBuffers buffers) {
        this.buffers = buffers;
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        C channel = THREADS.onChannel(type, group);
        channel.config().setAllocator(buffers);
        return channel;
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
        return THREADS.onChannelClass(type, group);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return THREADS.onClient(useNative);
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return THREADS.onServer(useNative);
    }

    @Override
    public EventLoopGroup onServerSelect(boolean useNative) {
        return THREADS.onServerSelect(useNative);
    }

    @Override
    public boolean daemon() {
        return true;
    }
}
