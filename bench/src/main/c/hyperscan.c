/*
 * Hyperscan as its own language calls it: one hs_scan per line.
 *
 *   hyperscan SIGNATURES CORPUS LINES hits
 *       prints each (line, signature) that was found, both counted from 0
 *   hyperscan SIGNATURES CORPUS LINES measure WARMUP_SECONDS SECONDS
 *       prints lines, bytes, pairs, nanoseconds, nanoseconds of CPU
 *
 * SIGNATURES has one a line: 1 where case does not count, else 0; a tab; the pattern.
 */
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_SIGNATURES = 4096, MAX_PATTERN = 8192, BATCH = 100 };

struct lines {
    char *text;
    size_t *starts; /* one more than there are lines */
    size_t count;
};

struct found {
    size_t line;
    unsigned long pairs;
    int is_printed;
};

static void fail(const char *what, const char *which) {
    fprintf(stderr, "hyperscan: %s: %s\n", what, which);
    exit(1);
}

static void *room(size_t size) {
    void *there = malloc(size);
    if (there == NULL) {
        fail("out of memory", "");
    }
    return there;
}

static hs_database_t *compile(const char *file) {
    static char *patterns[MAX_SIGNATURES];
    static unsigned flags[MAX_SIGNATURES];
    static unsigned ids[MAX_SIGNATURES];
    static char row[MAX_PATTERN];
    unsigned count = 0;
    FILE *in = fopen(file, "r");
    if (in == NULL) {
        fail("cannot read", file);
    }
    for (; fgets(row, sizeof row, in) != NULL; count++) {
        row[strcspn(row, "\n")] = '\0';
        if (count == MAX_SIGNATURES || strlen(row) + 2 > sizeof row) {
            fail("too many, or too long, signatures in", file);
        }
        patterns[count] = strdup(row + 2);
        flags[count] = HS_FLAG_SINGLEMATCH | (row[0] == '1' ? HS_FLAG_CASELESS : 0);
        ids[count] = count;
    }
    fclose(in);
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;
    if (hs_compile_multi((const char *const *)patterns, flags, ids, count, HS_MODE_BLOCK, NULL, &database, &error)
            != HS_SUCCESS) {
        fail("does not compile", error->expression >= 0 ? patterns[error->expression] : error->message);
    }
    return database;
}

static struct lines read_lines(const char *file, size_t count) {
    struct lines lines = {NULL, room((count + 1) * sizeof(size_t)), 0};
    FILE *in = fopen(file, "rb");
    if (in == NULL || fseek(in, 0, SEEK_END) != 0) {
        fail("cannot read", file);
    }
    size_t size = (size_t)ftell(in);
    rewind(in);
    lines.text = room(size);
    if (fread(lines.text, 1, size, in) != size) {
        fail("cannot read", file);
    }
    fclose(in);
    size_t at = 0;
    while (at < size && lines.count < count) {
        lines.starts[lines.count++] = at;
        const char *end = memchr(lines.text + at, '\n', size - at);
        at = end == NULL ? size : (size_t)(end - lines.text) + 1;
    }
    lines.starts[lines.count] = at;
    return lines;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)from;
    (void)to;
    (void)flags;
    struct found *found = context;
    found->pairs++;
    if (found->is_printed) {
        printf("%zu %u\n", found->line, id);
    }
    return 0;
}

static void scan(const struct lines *lines, size_t line, const hs_database_t *database, hs_scratch_t *scratch,
        struct found *found) {
    size_t start = lines->starts[line];
    size_t length = lines->starts[line + 1] - start - 1;
    found->line = line;
    if (hs_scan(database, lines->text + start, (unsigned)length, 0, scratch, on_match, found) != HS_SUCCESS) {
        fail("hs_scan", "failed");
    }
}

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void measure(const struct lines *lines, double seconds, int is_warm_up, const hs_database_t *database,
        hs_scratch_t *scratch) {
    static size_t next = 0;
    struct found found = {0, 0, 0};
    size_t scanned = 0;
    size_t bytes = 0;
    double cpu = now(CLOCK_THREAD_CPUTIME_ID);
    double begun = now(CLOCK_MONOTONIC);
    while (now(CLOCK_MONOTONIC) - begun < seconds * 1e9) {
        for (int i = 0; i < BATCH; i++) {
            scan(lines, next, database, scratch, &found);
            bytes += lines->starts[next + 1] - lines->starts[next] - 1;
            scanned++;
            next = next + 1 == lines->count ? 0 : next + 1;
        }
    }
    double wall = now(CLOCK_MONOTONIC) - begun;
    cpu = now(CLOCK_THREAD_CPUTIME_ID) - cpu;
    if (!is_warm_up) {
        printf("%zu %zu %lu %.0f %.0f\n", scanned, bytes, found.pairs, wall, cpu);
    }
}

int main(int count, char **words) {
    int is_measured = count == 7 && strcmp(words[4], "measure") == 0;
    if (!is_measured && !(count == 5 && strcmp(words[4], "hits") == 0)) {
        fprintf(stderr, "usage: hyperscan SIGNATURES CORPUS LINES hits | measure WARMUP_SECONDS SECONDS\n");
        return 2;
    }
    hs_database_t *database = compile(words[1]);
    struct lines lines = read_lines(words[2], strtoul(words[3], NULL, 10));
    hs_scratch_t *scratch = NULL;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS || lines.count == 0) {
        fail("no lines, or no memory, for", words[2]);
    }
    if (is_measured) {
        measure(&lines, atof(words[5]), 1, database, scratch);
        measure(&lines, atof(words[6]), 0, database, scratch);
    } else {
        struct found found = {0, 0, 1};
        for (size_t line = 0; line < lines.count; line++) {
            scan(&lines, line, database, scratch, &found);
        }
    }
    return 0;
}
