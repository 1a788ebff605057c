/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Recorder;

/** Taking a signal over, and giving it back. */
class RegistrationContract extends InProcess {

    @Test
    @Checks("REG-1")
    @Needs(Capability.RAISE)
    void eachArrivalReachesTheHandler() {
        Recorder handler = recorder();
        system.handle(first, handler);
        for (int i = 0; i < 20; i++) {
            cause(first);
            assertEquals(first, handler.next("the event of " + first).signal());
        }
        assertEquals(20, handler.arrivals(), "arrivals that the handler has got");
    }

    @Test
    @Checks({"REG-2", "REG-3"})
    void handleReturnsWhatWasThereAndHandlerTells() {
        Recorder one = recorder();
        Recorder two = recorder();
        assertSame(SignalHandler.DEFAULT, system.handler(first));
        assertSame(SignalHandler.DEFAULT, system.handle(first, one));
        assertSame(one, system.handler(first));
        assertSame(one, system.handle(first, two));
        assertSame(two, system.handle(first, SignalHandler.IGNORE));
        assertSame(SignalHandler.IGNORE, system.handler(first));
        assertSame(SignalHandler.IGNORE, system.handle(first, SignalHandler.DEFAULT));
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    @Test
    @Checks("REG-4")
    @Needs(Capability.RAISE)
    void aNewHandlerReplacesTheOld() {
        Recorder old = recorder();
        Recorder now = recorder();
        system.handle(first, old);
        cause(first);
        old.next("the event for the first handler");
        system.handle(first, now);
        for (int i = 0; i < 5; i++) {
            cause(first);
            now.next("the event for the second handler");
        }
        assertEquals(1, old.size(), "events of the handler that was replaced");
    }

    @Test
    @Checks("REG-5")
    @Needs(Capability.RAISE)
    void thePreviousHandlerIsPutBack() {
        Recorder library = recorder();
        Recorder guest = recorder();
        system.handle(first, library);
        SignalHandler previous = system.handle(first, guest);
        system.handle(first, previous);
        cause(first);
        library.next("the event for the handler that was put back");
        assertEquals(0, guest.size(), "events of the handler that has left");
        SignalHandler again = system.handle(first, SignalHandler.DEFAULT);
        assertSame(library, again);
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    @Test
    @Checks("REG-6")
    @Needs(Capability.RAISE)
    void whatIsIgnoredDoesNothing() {
        Recorder handler = recorder();
        Recorder sentinel = recorder();
        system.handle(first, handler);
        system.handle(second, sentinel);
        system.handle(first, SignalHandler.IGNORE);
        assertSame(SignalHandler.IGNORE, system.handler(first));
        for (int i = 0; i < 5; i++) {
            cause(first);
            cause(second);
            sentinel.next("the event of the signal that is not ignored");
        }
        assertEquals(0, handler.size(), "events of a signal that is ignored");
    }

    @Test
    @Checks("REG-7")
    void nothingIsHalfDoneAfterAnError() {
        Signal reserved = system.signals().stream()
                .filter(signal -> system.info(signal).refusal().isPresent())
                .findFirst()
                .orElse(null);
        Recorder handler = recorder();
        system.handle(first, handler);
        Disposition before = system.info(second).disposition();
        assertThrows(IllegalArgumentException.class, () -> system.handle(first, SignalHandler.FOREIGN));
        assertSame(handler, system.handler(first));
        if (reserved != null) {
            assertThrows(ReservedSignalException.class, () -> system.handle(reserved, handler));
            assertThrows(ReservedSignalException.class, () -> system.subscribe(List.of(second, reserved), recorder()));
        }
        assertEquals(before, system.info(second).disposition());
        assertSame(SignalHandler.DEFAULT, system.handler(second));
    }

    @Test
    @Checks("REG-8")
    @Needs(Capability.RAISE)
    void handlersOfDifferentSignalsAreIndependent() {
        Recorder one = recorder();
        Recorder two = recorder();
        system.handle(first, one);
        system.handle(second, two);
        cause(second);
        assertEquals(second, two.next("the event of " + second).signal());
        system.handle(second, SignalHandler.DEFAULT);
        cause(first);
        assertEquals(first, one.next("the event of " + first).signal());
        assertEquals(1, one.size());
        assertEquals(1, two.size());
        assertSame(one, system.handler(first));
    }

    @Test
    @Checks("REG-9")
    @Needs(Capability.KERNEL_STATE)
    void whatIsTakenAndLetGoCanBeSeen() {
        Disposition before = system.info(first).disposition();
        assertNotEquals(Disposition.CAUGHT, before);
        assertNotEquals(Disposition.UNKNOWN, before, "what who can ask the kernel says before anything was changed");
        var subscription = system.subscribe(first, recorder());
        assertEquals(Disposition.CAUGHT, system.info(first).disposition());
        system.handle(first, recorder());
        subscription.close();
        assertEquals(Disposition.CAUGHT, system.info(first).disposition(), "with a handler left");
        system.handle(first, SignalHandler.DEFAULT);
        assertEquals(before, system.info(first).disposition(), "after the last one has let go");
        system.handle(first, recorder());
        reopen();
        assertEquals(before, system.info(first).disposition(), "after the system was closed");
    }

    @Test
    @Checks("REG-10")
    @Needs(Capability.RAISE)
    void oneHandlerServesSeveralSignals() {
        Recorder handler = recorder();
        system.handle(first, handler);
        system.handle(second, handler);
        cause(first);
        assertEquals(first, handler.next("the event of " + first).signal());
        cause(second);
        assertEquals(second, handler.next("the event of " + second).signal());
    }

    @Test
    @Checks("REG-11")
    @Needs(Capability.RAISE)
    void aHandlerMayReplaceItself() {
        Recorder after = recorder();
        AtomicReference<SignalHandler> previous = new AtomicReference<>();
        Recorder once = recorder().doing((SignalEvent event) -> previous.set(system.handle(event.signal(), after)));
        system.handle(first, once);
        cause(first);
        once.next("the event for the handler for once");
        org.signals4j.tck.support.Patience.await("the handler to be replaced", () -> system.handler(first) == after);
        cause(first);
        after.next("the event for the handler that came after");
        assertSame(once, previous.get());
        assertEquals(1, once.size());
    }
}
