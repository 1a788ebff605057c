/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Operating-system signals for Java: the contract, the constants and the dispatch of signals to handlers.
 *
 * <p>An application requires this module and puts at least one provider on its path, for example
 * {@code org.signals4j.linux} or the fallback {@code org.signals4j.sunmisc}. {@link org.signals4j.Signals} is the
 * place to start; {@link org.signals4j.spi} is for authors of providers.
 *
 * @uses org.signals4j.spi.SignalProvider
 */
module org.signals4j {
    exports org.signals4j;
    exports org.signals4j.spi;

    uses org.signals4j.spi.SignalProvider;
}
