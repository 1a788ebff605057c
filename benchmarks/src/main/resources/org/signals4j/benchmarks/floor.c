/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The least that a signal can cost when it changes threads on its way, in a process shaped like a JVM: the leader sleeps
 * in pthread_join, and takes the signal, because the kernel prefers it; the sender and the reader are other threads.
 * Speaks the protocol of Worker.java.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int ends[2];
static sem_t entered;
static int64_t entered_at; /* sem_post and sem_wait order the accesses */

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void handler(int signal, siginfo_t *info, void *context) {
    int saved = errno;
    (void)signal;
    (void)context;
    if (write(ends[1], info, sizeof *info) != sizeof *info) {
        abort();
    }
    errno = saved;
}

static void *reader(void *unused) {
    static siginfo_t records[512];
    (void)unused;
    while (read(ends[0], records, sizeof records) > 0) {
        entered_at = now();
        sem_post(&entered);
    }
    fail("read");
    return NULL;
}

static void pause_for(long micros) {
    long nanos = micros * 1000 / 2 + random() % (micros * 1000);
    struct timespec time = {nanos / 1000000000, nanos % 1000000000};
    nanosleep(&time, NULL);
}

static void *sender(void *unused) {
    int pings;
    long micros;
    (void)unused;
    puts("ready");
    fflush(stdout);
    while (scanf(" run %d %ld", &pings, &micros) == 2) {
        int64_t *nanos = calloc(pings, sizeof *nanos);
        for (int i = 0; i < pings; i++) {
            int64_t sent_at;
            pause_for(micros);
            sent_at = now();
            kill(getpid(), SIGUSR1);
            while (sem_wait(&entered) != 0) {
            }
            nanos[i] = entered_at - sent_at;
        }
        for (int i = 0; i < pings; i++) {
            printf("%lld%c", (long long)nanos[i], i + 1 < pings ? ' ' : '\n');
        }
        fflush(stdout);
        free(nanos);
    }
    exit(0);
}

int main(void) {
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK};
    pthread_t reading;
    pthread_t sending;
    sigfillset(&action.sa_mask);
    if (sem_init(&entered, 0, 0) != 0 || pipe2(ends, O_CLOEXEC) != 0
            || fcntl(ends[1], F_SETFL, O_NONBLOCK | O_WRONLY) != 0
            || sigaction(SIGUSR1, &action, NULL) != 0) {
        fail("preparing");
    }
    if (pthread_create(&reading, NULL, reader, NULL) != 0 || pthread_create(&sending, NULL, sender, NULL) != 0) {
        fail("pthread_create");
    }
    pthread_join(sending, NULL);
    return 0;
}
