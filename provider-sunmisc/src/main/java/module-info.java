/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The fallback provider of signals4j, over {@code sun.misc.Signal}. It has no native code, needs no flag and works
 * wherever the JVM handles signals itself; it can do what {@code sun.misc.Signal} can and nothing more.
 *
 * <p>Put it on the path beside {@code org.signals4j}; it is found as a service, and used if there is no better one, or
 * if the system property {@code signals4j.provider} is {@code sunmisc}.
 *
 * <h2>What it can and cannot do</h2>
 *
 * <ul>
 *   <li>Events have a signal and a count, and no sender, cause or value. Several signals that arrive closely come in
 *       any order. There are no real-time signals.
 *   <li>The only capability is {@link org.signals4j.Capability#RAISE}. Reserved signals are not raised.
 *   <li>What the process does with a signal is known only while signals4j has it. An ignore of SIGHUP, SIGINT or
 *       SIGTERM that was inherited is found out at the first attempt to take the signal. It stays: to override it throws
 *       {@link java.lang.UnsupportedOperationException}.
 *   <li>{@link org.signals4j.SignalHandler#IGNORE} on SIGHUP, SIGINT and SIGTERM is emulated, because {@code sun.misc}
 *       could never undo a real one; child processes do not inherit it. On other signals it is the real one.
 *   <li>SIGUSR2, with which HotSpot samples threads, is refused, as is the signal that {@code _JAVA_SR_SIGNUM} names.
 *   <li>If the JVM was started with {@code -Xrs}, {@code sun.misc.Signal} would accept handlers and never call them: the
 *       provider is unavailable then.
 *   <li>A native handler of somebody else is noticed when it has been replaced. It is put back at once, with the JVM's
 *       flags and mask for signal handlers instead of its own.
 *   <li>A signal that the JVM has received and not yet passed on, at the very moment at which a signal is given back to
 *       the system's default, is lost.
 * </ul>
 *
 * <h2>Default actions</h2>
 *
 * <p>What happens when nobody has taken an event and nobody cancelled its default depends on what was there before:
 *
 * <ul>
 *   <li>a handler in Java, be it the JVM's own of SIGHUP, SIGINT and SIGTERM or another library's: it is called, once
 *       for each event, on a daemon thread of its own, as the JVM does. The JVM's own runs the shutdown hooks and ends
 *       the JVM with status 128 + number (129, 130, 143);
 *   <li>the system's default, and that would end the process: {@link java.lang.Runtime#exit(int)} with status 128 +
 *       number, on such a thread. Unlike the system's default this runs the shutdown hooks, and it leaves no core image.
 *       Nothing happens in a process with the id 1, to which the kernel does not apply the default either;
 *   <li>the system's default, and that would stop the process (SIGTSTP, SIGTTIN, SIGTTOU): it cannot be done without
 *       native code, and a line in the log says so;
 *   <li>the JVM's handler of SIGPIPE or SIGXFSZ, an ignore, or a default that does nothing: nothing;
 *   <li>a native handler of somebody else, replaced with {@link org.signals4j.HandleOption#FORCE}: it cannot be called,
 *       and a line in the log says so.
 * </ul>
 *
 * <p>Raising a signal that signals4j does not have does the same, but throws
 * {@link java.lang.UnsupportedOperationException} where the log would get a line.
 *
 * <p>Verified on HotSpot 17 and 25 on Linux; written from the sources and documents of the JDK, and not run, for macOS,
 * Windows and other virtual machines.
 *
 * @provides org.signals4j.spi.SignalProvider
 */
module org.signals4j.sunmisc {
    requires jdk.unsupported;
    requires org.signals4j;

    provides org.signals4j.spi.SignalProvider with
            org.signals4j.sunmisc.SunMiscSignalProvider;
}
