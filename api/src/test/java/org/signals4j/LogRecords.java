/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

/** What signals4j logs until this is closed; nothing of it goes elsewhere meanwhile. */
final class LogRecords implements AutoCloseable {

    static {
        ModuleLayer.boot().findModule("java.logging").ifPresent(LogRecords.class.getModule()::addReads);
    }

    private final Logger logger = Logger.getLogger("org.signals4j");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    LogRecords() {
        logger.setFilter(each -> {
            messages.add(each.getMessage());
            return false;
        });
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        logger.setFilter(null);
    }
}
