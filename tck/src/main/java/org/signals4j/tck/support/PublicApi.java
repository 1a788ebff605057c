/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.Hold;
import org.signals4j.IntervalTimer;
import org.signals4j.KeyboardInterruptException;
import org.signals4j.MainThread;
import org.signals4j.NoProviderException;
import org.signals4j.PendingSignal;
import org.signals4j.PlatformSignal;
import org.signals4j.ProviderCandidate;
import org.signals4j.RealtimeSignal;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.SignalHandlerException;
import org.signals4j.SignalInfo;
import org.signals4j.SignalListener;
import org.signals4j.SignalPublisher;
import org.signals4j.SignalStatistics;
import org.signals4j.SignalStream;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.TimerSetting;
import org.signals4j.UnsupportedSignalException;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;

/** All that a user or a provider can call. A test compares the list with the packages. */
public final class PublicApi {

    /** The public types of the packages that the api exports. */
    public static final List<Class<?>> TYPES = List.of(
            Capability.class,
            DefaultAction.class,
            Disposition.class,
            ForeignHandlerException.class,
            HandleOption.class,
            Hold.class,
            IntervalTimer.class,
            KeyboardInterruptException.class,
            MainThread.class,
            NoProviderException.class,
            PendingSignal.class,
            PendingSignal.Keeper.class,
            PlatformSignal.class,
            ProviderCandidate.class,
            RealtimeSignal.class,
            ReservedSignalException.class,
            Signal.class,
            SignalCause.class,
            SignalChannel.class,
            SignalEvent.class,
            SignalException.class,
            SignalHandler.class,
            SignalHandlerException.class,
            SignalInfo.class,
            SignalListener.class,
            SignalPublisher.class,
            SignalStatistics.class,
            SignalStream.class,
            SignalSystem.class,
            Signals.class,
            StandardSignal.class,
            SubscribeOption.class,
            Subscription.class,
            ThreadMask.class,
            ThreadTarget.class,
            TimerSetting.class,
            UnsupportedSignalException.class,
            Availability.class,
            Delivery.class,
            DeliveryBatch.class,
            InstallFlag.class,
            MaskChange.class,
            Outcome.class,
            SignalBackend.class,
            SignalCounters.class,
            SignalProvider.class,
            SignalSpec.class);

    /** What others implement, and the api alone calls. */
    private static final Set<Class<?>> CALLBACKS =
            Set.of(SignalHandler.class, SignalListener.class, SignalProvider.class, SignalBackend.class);

    private PublicApi() {}

    /** Returns the public constructors and methods of a type that are to be called, those of its supertypes aside. */
    public static List<Executable> callsOf(Class<?> type) {
        List<Executable> calls = new ArrayList<>();
        Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getDeclaredMethods()))
                .filter(call -> Modifier.isPublic(call.getModifiers()) && !call.isSynthetic())
                .filter(call -> Modifier.isStatic(call.getModifiers()) || !CALLBACKS.contains(type))
                .filter(call -> !call.getName().equals("equals")) // to which null is an answer
                .forEach(calls::add);
        return calls;
    }

    /** Whether null is documented for a parameter: what a backend hangs on its own delivery. */
    public static boolean acceptsNull(Executable call, Class<?> parameter) {
        return call.getDeclaringClass() == Delivery.class && parameter == Object.class;
    }
}
