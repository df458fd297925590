package io.fluxalchemy.engine.turn;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/**
 * The rest of an exchange whose subscriber has gone. The result is read to its end, unseen, or the driver is told to end it;
 * what takes longer than allowed is stopped on the server, and what does not end even then costs the connection. Nothing else
 * runs on the connection before this has ended.
 */
final class Drain {

    private static final int ENDED = 1;
    private static final int CANCEL_SENT = 2;
    private static final int CANCEL_OVER = 4;
    private static final int FINISHED = 8;

    /** A cancel that reaches the server before the statement has begun is lost there, without a word. */
    private static final long CANCEL_AGAIN_MILLIS = 100;

    private final Turn turn;
    private final Ticket<?> ticket;
    private final Subscription upstream;
    private final boolean stream;
    private final AtomicInteger flags = new AtomicInteger();
    /** Each timer has its own: one set by another thread at the same time must not undo another. */
    private final Disposable.Swap untilStop = Disposables.swap();

    private final Disposable.Swap untilCancelAgain = Disposables.swap();
    private final Disposable.Swap untilGivenUp = Disposables.swap();
    private volatile @Nullable Throwable failure;

    Drain(Turn turn, Ticket<?> ticket, Subscription upstream, boolean stream) {
        this.turn = turn;
        this.ticket = ticket;
        this.upstream = upstream;
        this.stream = stream;
    }

    void start() {
        if (stream && turn.wire().endsOnCancel()) {
            upstream.cancel();
            turn.wire().fence().subscribe(nothing -> {}, this::exchangeEnded, () -> exchangeEnded(null));
        } else {
            upstream.request(Long.MAX_VALUE);
        }
        if (turn.isHurried()) {
            stopOnServer();
        } else {
            after(turn.limits().drain().toMillis(), this::stopOnServer, untilStop);
        }
    }

    /** The server has answered to the end. */
    void exchangeEnded(@Nullable Throwable error) {
        if (error != null) {
            failure = error;
        }
        mark(ENDED);
    }

    void stopOnServer() {
        int before = flags.getAndUpdate(f -> (f & (ENDED | CANCEL_SENT)) == 0 ? f | CANCEL_SENT : f);
        if ((before & (ENDED | CANCEL_SENT)) != 0) {
            return;
        }
        after(turn.limits().stop().toMillis(), this::giveUp, untilGivenUp);
        if (turn.wire().canCancel()) {
            cancel();
        } else {
            mark(CANCEL_OVER);
        }
    }

    private void cancel() {
        turn.wire().cancel().subscribe(nothing -> {}, e -> cancelOver(), this::cancelOver);
    }

    private void cancelOver() {
        mark(CANCEL_OVER);
        if (!isOver(flags.get())) {
            after(CANCEL_AGAIN_MILLIS, this::cancelAgain, untilCancelAgain);
        }
    }

    /** From here on the end of the exchange waits for this cancel too. */
    private void cancelAgain() {
        if (!isOver(flags.getAndUpdate(f -> isOver(f) ? f : f & ~CANCEL_OVER))) {
            cancel();
        }
    }

    private static boolean isOver(int flags) {
        return (flags & (ENDED | FINISHED)) != 0;
    }

    private void giveUp() {
        if ((flags.getAndUpdate(f -> f | FINISHED) & FINISHED) == 0) {
            stopTimers();
            turn.wire().abandon();
            upstream.cancel();
            turn.doom(new IllegalStateException(
                    "a cancelled statement did not end in time; its connection was given up"));
            ticket.drained();
        }
    }

    private void mark(int flag) {
        int now = flags.updateAndGet(f -> f | flag);
        boolean over = (now & ENDED) != 0 && ((now & CANCEL_SENT) == 0 || (now & CANCEL_OVER) != 0);
        if (over && (flags.getAndUpdate(f -> f | FINISHED) & FINISHED) == 0) {
            stopTimers();
            Throwable error = failure;
            if (error != null) {
                turn.doom(error);
            }
            ticket.drained();
        }
    }

    private static void after(long millis, Runnable task, Disposable.Swap timer) {
        timer.update(Schedulers.parallel().schedule(task, millis, TimeUnit.MILLISECONDS));
    }

    private void stopTimers() {
        untilStop.dispose();
        untilCancelAgain.dispose();
        untilGivenUp.dispose();
    }
}
