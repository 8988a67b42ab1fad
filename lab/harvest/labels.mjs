// Which symptom a text shows: the rules of the closed list of symptom ids, written down a second time and without a look
// at the catalog, which is measured by what comes out here.

const certain = (label, pattern) => ({ label, pattern, arguable: false });
const arguable = (label, pattern) => ({ label, pattern, arguable: true });

// Lines that each start of a driver writes, whatever comes of it. They quote settings, in which any word may stand.
const ORDINARY = /(Cluster created with settings|MongoClient with metadata)/;

// The first that the text shows is its deepest: a server's words and a resolver's stand inside a network's, those inside
// a selection's.
const RULES = [
    certain('uri-unescaped-credentials', /unescaped|must be (url-?encoded|escaped)|URI malformed/i),
    certain('uri-malformed', /Multiple (TXT|text) records|does not share (hostname|domain|domain name)\b|not in a sub-?domain/i),
    certain('uri-malformed', /Conflicting tls and ssl parameter values|All values of `tls` and `ssl` must be the same/),
    certain('uri-malformed', /Invalid connection string|URI (must include|does not have) hostname, domain name,? and tld/),
    certain('uri-malformed', /Text record must only set `authSource` or `replicaSet`/),
    // The option is one that later versions know.
    arguable('uri-malformed', /MongoParseError: option \w+ is not supported|^MongoDB connection error: option \w+ is not supported/),
    // It is about the TXT record, and it is about the mode.
    arguable('serverless-unsupported', /(TXT|text) record.*loadBalanced/i),
    certain('serverless-unsupported', /load balanc(ing|ed|er) mode|`?loadBalanced`? (option|can|must|is)/i),
    certain('driver-incompatible', /Unsupported OP_QUERY command|(requires|minimum|maximum) wire version|supports? wire version/i),

    certain('not-authorized', /not authorized on|not allowed to do action|requires authentication/),
    certain('auth-failed', /bad auth|Authentication failed|AuthenticationFailed|Exception authenticating/i),
    certain('too-many-connections', /too many open connections/),
    certain('overloaded', /(error( code)?|code:|code\":) ?(433|449|202|262)\b|AdmissionQueueOverflow|RateLimitExceeded|ExceededTimeLimit|MongoDB is overloaded/),
    // Without a code these words are anybody's.
    arguable('overloaded', /Rate limit exceeded|Remote command timed out while waiting to get a connection from the pool/),
    certain('pool-exhausted', /WaitQueueTimeout|waiting for a (connection|pooled item)|checking out a connection from connection pool/),

    certain('srv-refused', /query(Srv|Txt) ECONNREFUSED|PortUnreachableException/),
    certain('srv-not-found', /query(Srv|Txt) (ENOTFOUND|ENODATA)|response code 3\]|No SRV records available/),
    certain('srv-failed', /query(Srv|Txt) E(TIMEOUT|SERVFAIL|REFUSED|BADRESP)|response code [25]\]/),
    certain('srv-failed', /(TXT|SRV) record[^]*SocketTimeoutException/),
    // No cause: the name may be missing, or its resolver.
    arguable('srv-failed', /look(ing)? up (TXT|SRV) record/),

    certain('tls-internal-error', /alert number 80|alert internal error|fatal alert: internal_error|ALERT_INTERNAL_ERROR/),
    certain('tls-closed', /before secure TLS connection|terminated the handshake|closed connection during handshake/),
    certain('tls-failure', /SSLHandshakeException|PKIX path|CertificateException|ERR_TLS_CERT|altnames|self[- ]signed certificate|certificate has expired|unable to (verify|get) (the first|local issuer) certificate/i),

    certain('host-lookup-failed', /EAI_AGAIN|Temporary failure in name resolution/),
    certain('host-not-found', /getaddrinfo ENOTFOUND|UnknownHostException/),
    certain('connection-refused', /ECONNREFUSED|Connection refused/),
    certain('connection-timeout', /ETIMEDOUT|EHOSTUNREACH|connect timed out|Socket 'secureConnect' timed out|connection (\S+ )?(to \S+ )?timed out/i),
    // Connected, and then nothing more came.
    arguable('connection-timeout', /Timeout while receiving message|Read timed out/),
    certain('connection-reset', /ECONNRESET|EPIPE|Connection reset|Broken pipe|Prematurely reached end of stream|connection \S+ to \S+ closed|socket hang up/i),
    certain('connection-reset', /MongoSocket(Read|Write)Exception: Exception (receiving|sending) message/),
    // Not a word on what the first operation met.
    arguable('connection-reset', /pool (for \S+ )?was cleared|pool is paused|PoolClearedException|PoolClearedError|Topology is closed|Topology was destroyed|connection pool has been closed|Got socket exception on connection/i),
    arguable('no-primary', /no primary found in replicaset or invalid replica set name/),
    certain('no-primary', /not master|NotWritablePrimary|NotPrimary/i),
];

const FAILED_SELECTION =
    /Timed out (after \d+ ms )?while waiting (for a server|to connect)|Server selection timed out|ServerSelectionError|buffering timed out|no primary server available|no mongos proxy available|No replica set (members|primary)/i;

const WAITING = /No server chosen by|Waiting for server to become available|Cluster description not yet available/;

/** The symptom's id, or `none`; `arguable` where the text alone does not decide. */
export function shown(text) {
    if (ORDINARY.test(text)) {
        return { label: 'none', arguable: false };
    }
    const found = RULES.find(rule => rule.pattern.test(text));
    if (found === undefined) {
        return selection(text);
    }
    // One member's trouble is the deeper, and a set without a primary is what the selection died of.
    return leaderless(text) ? { ...found, arguable: true } : found;
}

// A secondary was seen and no primary.
function leaderless(text) {
    return /REPLICA_SET_SECONDARY|RSSecondary/.test(text) && !/REPLICA_SET_PRIMARY|RSPrimary|ReplicaSetWithPrimary/.test(text);
}

// Nothing but what a selection saw.
function selection(text) {
    const led = !leaderless(text);
    if (WAITING.test(text)) {
        // It has not failed yet; what it sees is a set without a primary, or the first moment of any start.
        return { label: led ? 'none' : 'no-primary', arguable: !led };
    }
    if (FAILED_SELECTION.test(text)) {
        return { label: led ? 'server-selection-timeout' : 'no-primary', arguable: false };
    }
    return { label: 'none', arguable: false };
}
