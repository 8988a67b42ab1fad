#!/usr/bin/env python3
"""Writes lines of mongod at INFO in its structured format (since 4.4) and the older one: ids and messages as documented, own values."""
import json
import random

R = random.Random(12)
# component, context, id, message, attributes
LINES = [
    ("CONTROL", "main", 23285, "Automatically disabling TLS 1.0, to force-enable TLS 1.0 specify --sslDisabledProtocols 'none'", {}),
    ("NETWORK", "main", 4915701, "Initialized wire specification", {"spec": {"incomingExternalClient": {"minWireVersion": 0, "maxWireVersion": 21}, "outgoing": {"minWireVersion": 6, "maxWireVersion": 21}, "isInternalClient": True}}),
    ("NETWORK", "main", 4648601, "Implicit TCP FastOpen unavailable. If TCP FastOpen is required, set at least one of the related parameters", {}),
    ("ASIO", "main", 22582, "Starting TaskExecutor connection pool", {}),
    ("CONTROL", "initandlisten", 4615611, "MongoDB starting", {"pid": 1, "port": 27017, "dbPath": "/data/db", "architecture": "64-bit", "host": "mongodb-0"}),
    ("CONTROL", "initandlisten", 23403, "Build Info", {"buildInfo": {"version": "7.0.14", "openSSLVersion": "OpenSSL 3.0.2", "modules": [], "allocator": "tcmalloc"}}),
    ("CONTROL", "initandlisten", 51765, "Operating System", {"os": {"name": "Ubuntu", "version": "22.04"}}),
    ("CONTROL", "initandlisten", 21951, "Options set by command line", {"options": {"net": {"bindIp": "*", "maxIncomingConnections": 500}, "replication": {"replSetName": "rs0"}, "security": {"keyFile": "/etc/mongo/key"}}}),
    ("STORAGE", "initandlisten", 22297, "Using the XFS filesystem is strongly recommended with the WiredTiger storage engine", {}),
    ("STORAGE", "initandlisten", 22315, "Opening WiredTiger", {"config": "create,cache_size=7445M,session_max=33000,eviction=(threads_min=4,threads_max=4)"}),
    ("WT", "initandlisten", 22430, "WiredTiger message", {"message": {"ts_sec": 1795000000, "thread": "1:0x7f", "session_name": "txn-recover", "category": "WT_VERB_RECOVERY_PROGRESS", "msg": "recovering log 3 through 4"}}),
    ("WTCHKPT", "Checkpointer", 22430, "WiredTiger message", {"message": {"ts_sec": 1795000000, "session_name": "WT_SESSION.checkpoint", "category": "WT_VERB_CHECKPOINT_PROGRESS", "msg": "saving checkpoint snapshot min: 34, snapshot max: 34 snapshot count: 0, oldest timestamp: (0, 0)"}}),
    ("STORAGE", "initandlisten", 4795906, "WiredTiger opened", {"durationMillis": 512}),
    ("RECOVERY", "initandlisten", 23987, "WiredTiger recoveryTimestamp", {"recoveryTimestamp": {"$timestamp": {"t": 0, "i": 0}}}),
    ("STORAGE", "initandlisten", 4366408, "No table logging settings modifications are required for existing WiredTiger tables", {"loggingEnabled": True}),
    ("CONTROL", "initandlisten", 22120, "Access control is not enabled for the database. Read and write access to data and configuration is unrestricted", {"tags": ["startupWarnings"]}),
    ("CONTROL", "initandlisten", 22140, "This server is bound to localhost. Remote systems will be unable to connect to this server.", {"tags": ["startupWarnings"]}),
    ("CONTROL", "initandlisten", 22184, "Soft rlimits for open file descriptors too low", {"currentValue": 1024, "recommendedMinimum": 64000}),
    ("CONTROL", "initandlisten", 5123300, "vm.max_map_count is too low", {"currentValue": 65530, "recommendedMinimum": 1677720}),
    ("STORAGE", "initandlisten", 20320, "createCollection", {"namespace": "admin.system.version", "uuidDisposition": "provided", "options": {}}),
    ("COMMAND", "initandlisten", 20459, "Setting featureCompatibilityVersion", {"newVersion": "7.0"}),
    ("REPL", "initandlisten", 5853300, "current featureCompatibilityVersion value", {"featureCompatibilityVersion": "7.0", "context": "startup"}),
    ("STORAGE", "initandlisten", 5071100, "Clearing temp directory", {}),
    ("CONTROL", "initandlisten", 20536, "Flow Control is enabled on this deployment", {}),
    ("FTDC", "initandlisten", 20625, "Initializing full-time diagnostic data capture", {"dataDirectory": "/data/db/diagnostic.data"}),
    ("REPL", "initandlisten", 4280504, "Cleaning up any partially applied oplog batches & reading last op from oplog", {}),
    ("REPL", "initandlisten", 21311, "Did not find local initialized voted for document at startup", {}),
    ("REPL", "initandlisten", 21313, "Did not find local replica set configuration document at startup", {"error": {"code": 47, "codeName": "NoMatchingDocument", "errmsg": "Did not find replica set configuration document in local.system.replset"}}),
    ("REPL", "initandlisten", 21529, "Initializing rollback ID", {"rbid": 1}),
    ("NETWORK", "listener", 23015, "Listening on", {"address": "0.0.0.0"}),
    ("NETWORK", "listener", 23015, "Listening on", {"address": "/tmp/mongodb-27017.sock"}),
    ("NETWORK", "listener", 23016, "Waiting for connections", {"port": 27017, "ssl": "on"}),
    ("NETWORK", "listener", 22943, "Connection accepted", {"remote": "10.2.0.7:51122", "uuid": "6f2c", "connectionId": 12, "connectionCount": 8}),
    ("NETWORK", "conn12", 22944, "Connection ended", {"remote": "10.2.0.7:51122", "uuid": "6f2c", "connectionId": 12, "connectionCount": 7}),
    ("NETWORK", "conn12", 51800, "client metadata", {"remote": "10.2.0.7:51122", "client": "conn12", "doc": {"driver": {"name": "mongo-java-driver|sync", "version": "5.1.0"}, "os": {"type": "Linux"}, "platform": "Java/17"}}),
    ("NETWORK", "conn13", 51800, "client metadata", {"remote": "10.2.0.8:51123", "client": "conn13", "doc": {"driver": {"name": "PyMongo", "version": "4.8.0"}, "platform": "CPython 3.11"}}),
    ("NETWORK", "conn14", 51800, "client metadata", {"remote": "10.2.0.9:51124", "client": "conn14", "doc": {"application": {"name": "mongosh 2.3.1"}, "driver": {"name": "nodejs|mongosh", "version": "6.8.0"}}}),
    ("NETWORK", "conn12", 6788700, "Received first command on ingress connection since session start or auth handshake", {"elapsedMillis": 2}),
    ("ACCESS", "conn12", 5286306, "Successfully authenticated", {"client": "10.2.0.7:51122", "isSpeculative": True, "mechanism": "SCRAM-SHA-256", "user": "app", "db": "admin", "result": 0}),
    ("ACCESS", "conn12", 6788604, "Auth metrics report", {"metric": "acquireUser", "micros": 120}),
    ("ACCESS", "conn15", 20429, "Successfully authenticated", {"user": "__system", "db": "local"}),
    ("COMMAND", "conn12", 51803, "Slow query", {"type": "command", "ns": "shop.orders", "command": {"find": "orders", "filter": {"state": "open"}, "$db": "shop"}, "planSummary": "COLLSCAN", "keysExamined": 0, "docsExamined": 91822, "nreturned": 12, "durationMillis": 412}),
    ("COMMAND", "conn12", 51803, "Slow query", {"type": "command", "ns": "shop.$cmd", "command": {"insert": "orders", "ordered": True, "$db": "shop"}, "ninserted": 100, "errMsg": "E11000 duplicate key error collection: shop.orders index: _id_ dup key: { _id: 7 }", "errCode": 11000, "durationMillis": 140}),
    ("WRITE", "conn12", 51803, "Slow query", {"type": "update", "ns": "shop.orders", "planSummary": "IXSCAN { _id: 1 }", "nMatched": 1, "nModified": 1, "durationMillis": 133}),
    ("COMMAND", "conn12", 51803, "Slow query", {"type": "command", "ns": "shop.logs", "command": {"find": "logs", "filter": {"text": "connection refused"}, "$db": "shop"}, "durationMillis": 208}),
    ("COMMAND", "conn12", 51803, "Slow query", {"type": "command", "ns": "admin.$cmd", "command": {"hello": 1, "maxAwaitTimeMS": 10000, "topologyVersion": {"counter": 6}}, "durationMillis": 10002}),
    ("INDEX", "conn12", 20438, "Index build: registering", {"buildUUID": "5e0e", "namespace": "shop.orders", "indexes": ["state_1"]}),
    ("INDEX", "IndexBuildsCoordinatorMongod-0", 20384, "Index build: starting", {"namespace": "shop.orders", "properties": {"v": 2, "key": {"state": 1}, "name": "state_1"}}),
    ("INDEX", "IndexBuildsCoordinatorMongod-0", 20391, "Index build: collection scan done", {"totalRecords": 91822, "durationMillis": 800}),
    ("INDEX", "IndexBuildsCoordinatorMongod-0", 20685, "Index build: inserted keys from external sorter into index", {"keysInserted": 91822}),
    ("INDEX", "IndexBuildsCoordinatorMongod-0", 20345, "Index build: done building", {"index": "state_1", "namespace": "shop.orders"}),
    ("INDEX", "TTLMonitor", 5479200, "Deleted expired documents using index", {"namespace": "shop.sessions", "index": "at_1", "numDeleted": 19, "durationMillis": 4}),
    ("STORAGE", "conn12", 20318, "Finished dropping collection", {"namespace": "shop.tmp"}),
    ("COMMAND", "conn12", 518070, "CMD: drop", {"namespace": "shop.tmp"}),
    ("REPL", "conn1", 21356, "replSetInitiate admin command received from client", {}),
    ("REPL", "conn1", 21357, "replSetInitiate config object parses ok", {"numMembers": 3}),
    ("REPL", "ReplCoord-0", 21392, "New replica set config in use", {"config": {"_id": "rs0", "version": 1, "members": [{"_id": 0, "host": "mongodb-0.mongodb:27017", "priority": 1}, {"_id": 1, "host": "mongodb-1.mongodb:27017", "priority": 1}]}}),
    ("REPL", "ReplCoord-0", 21393, "Found self in config", {"hostAndPort": "mongodb-0.mongodb:27017"}),
    ("REPL", "ReplCoord-0", 21358, "Replica set state transition", {"newState": "STARTUP2", "oldState": "STARTUP"}),
    ("REPL", "ReplCoord-0", 21358, "Replica set state transition", {"newState": "PRIMARY", "oldState": "SECONDARY"}),
    ("REPL", "ReplCoord-1", 21215, "Member is in new state", {"hostAndPort": "mongodb-1.mongodb:27017", "newState": "SECONDARY"}),
    ("ELECTION", "ReplCoord-1", 21438, "Conducting a dry run election to see if we could be elected", {"currentTerm": 3}),
    ("ELECTION", "ReplCoord-1", 21444, "Dry election run succeeded, running for election", {"newTerm": 4}),
    ("ELECTION", "ReplCoord-1", 21450, "Election succeeded, assuming primary role", {"term": 4}),
    ("REPL", "OplogApplier-0", 21331, "Transition to primary complete; database writes are now permitted", {}),
    ("REPL", "OplogApplier-0", 21225, "Starting oplog application", {}),
    ("REPL", "BackgroundSync", 21799, "Sync source candidate chosen", {"syncSource": "mongodb-1.mongodb:27017"}),
    ("REPL", "conn7", 4794600, "Started initial sync", {}),
    ("INITSYNC", "ReplCoordExtern-0", 21192, "Initial sync done", {"duration": 7}),
    ("SHARDING", "conn9", 22727, "Refreshed cached collection", {"namespace": "shop.orders", "durationMillis": 8}),
    ("CONNPOOL", "ReplicaSetMonitor-TaskExecutor", 22576, "Connecting", {"hostAndPort": "mongodb-1.mongodb:27017"}),
    ("CONNPOOL", "ReplCoord", 22572, "Dropping all pooled connections", {"hostAndPort": "mongodb-1.mongodb:27017", "error": "ShutdownInProgress: Pool for mongodb-1.mongodb:27017 has expired."}),
    ("NETWORK", "ReplicaSetMonitor-TaskExecutor", 4333213, "RSM Topology Change", {"replicaSet": "rs0", "newTopologyDescription": "{ type: \"ReplicaSetWithPrimary\", setName: \"rs0\" }"}),
    ("CONTROL", "SignalHandler", 23377, "Received signal", {"signal": 15, "error": "Terminated"}),
    ("CONTROL", "SignalHandler", 23378, "Signal was sent by kill(2)", {"pid": 0, "uid": 0}),
    ("CONTROL", "SignalHandler", 23381, "will terminate after current cmd ends", {}),
    ("REPL", "SignalHandler", 4784900, "Stepping down the ReplicationCoordinator for shutdown", {"waitTimeMillis": 15000}),
    ("COMMAND", "SignalHandler", 4784901, "Shutting down the MirrorMaestro", {}),
    ("SHARDING", "SignalHandler", 4784902, "Shutting down the WaitForMajorityService", {}),
    ("CONTROL", "SignalHandler", 4784903, "Shutting down the LogicalSessionCache", {}),
    ("NETWORK", "SignalHandler", 20562, "Shutdown: going to close listening sockets", {}),
    ("NETWORK", "listener", 23017, "removing socket file", {"path": "/tmp/mongodb-27017.sock"}),
    ("NETWORK", "SignalHandler", 4784905, "Shutting down the global connection pool", {}),
    ("CONTROL", "SignalHandler", 4784906, "Shutting down the FlowControlTicketholder", {}),
    ("NETWORK", "SignalHandler", 4784918, "Shutting down the ReplicaSetMonitor", {}),
    ("STORAGE", "SignalHandler", 4784912, "Killing all operations for shutdown", {}),
    ("COMMAND", "SignalHandler", 4695300, "Interrupted all currently running operations", {"opsKilled": 3}),
    ("TENANT_M", "SignalHandler", 5093807, "Shutting down all TenantMigrationAccessBlockers on global shutdown", {}),
    ("STORAGE", "SignalHandler", 4784930, "Shutting down the storage engine", {}),
    ("STORAGE", "SignalHandler", 22320, "Shutting down journal flusher thread", {}),
    ("STORAGE", "SignalHandler", 22317, "WiredTigerKVEngine shutting down", {}),
    ("STORAGE", "SignalHandler", 4795902, "Closing WiredTiger", {"closeConfig": "leak_memory=true,"}),
    ("STORAGE", "SignalHandler", 4795901, "WiredTiger closed", {"durationMillis": 120}),
    ("STORAGE", "SignalHandler", 22279, "shutdown: removing fs lock...", {}),
    ("FTDC", "SignalHandler", 20626, "Shutting down full-time diagnostic data capture", {}),
    ("CONTROL", "SignalHandler", 20565, "Now exiting", {}),
    ("CONTROL", "SignalHandler", 23138, "Shutting down", {"exitCode": 0}),
    ("CONTROL", "LogicalSessionCacheRefresh", 20711, "Failed to reap transaction table", {"error": {"code": 26, "codeName": "NamespaceNotFound", "errmsg": "config.system.sessions does not exist"}}),
    ("QUERY", "conn22", 20525, "Failed to gather storage statistics for slow operation", {"opId": 41, "error": "lock acquire timeout"}),
    ("QUERY", "conn22", 23798, "Plan executor error during find command", {"error": {"code": 50, "codeName": "MaxTimeMSExpired", "errmsg": "operation exceeded time limit"}}),
    ("COMMAND", "conn23", 21962, "Assertion while executing command", {"command": "find", "db": "shop", "error": "BadValue: unknown operator: $foo"}),
]
OLD = [
    "I  NETWORK  [listener] connection accepted from 10.2.0.{n}:51{m:03d} #{n} ({k} connections now open)",
    "I  NETWORK  [conn{n}] end connection 10.2.0.{n}:51{m:03d} ({k} connections now open)",
    "I  NETWORK  [conn{n}] received client metadata from 10.2.0.{n}:51{m:03d} conn{n}: {{ driver: {{ name: \"nodejs\", version: \"3.6.{k}\" }} }}",
    "I  ACCESS   [conn{n}] Successfully authenticated as principal app on admin from client 10.2.0.{n}:51{m:03d}",
    "I  COMMAND  [conn{n}] command shop.orders command: find {{ find: \"orders\", filter: {{ state: \"open\" }} }} planSummary: COLLSCAN docsExamined:{m} nreturned:{k} protocol:op_msg {m}ms",
    "I  CONTROL  [initandlisten] MongoDB starting : pid=1 port=27017 dbpath=/data/db 64-bit host=mongodb-{k}",
    "I  CONTROL  [initandlisten] db version v4.2.{k}",
    "I  STORAGE  [initandlisten] wiredtiger_open config: create,cache_size={m}M,session_max=33000",
    "I  INDEX    [conn{n}] build index on: shop.orders properties: {{ v: 2, key: {{ state: 1.0 }}, name: \"state_1\" }}",
    "I  INDEX    [conn{n}] build index done.  scanned {m} total records. {k} secs",
    "I  REPL     [replexec-{k}] Member mongodb-1:27017 is now in state SECONDARY",
    "I  REPL     [replexec-{k}] transition to SECONDARY from STARTUP2",
    "I  REPL     [rsSync-0] transition to primary complete; database writes are now permitted",
    "I  ELECTION [replexec-{k}] Starting an election due to step up request",
    "I  CONNPOOL [Replication] Connecting to mongodb-1:27017",
    "I  NETWORK  [LogicalSessionCacheRefresh] Starting new replica set monitor for rs0/mongodb-0:27017,mongodb-1:27017",
    "I  CONTROL  [signalProcessingThread] got signal 15 (Terminated), will terminate after current cmd ends",
    "I  CONTROL  [signalProcessingThread] now exiting",
    "I  FTDC     [ftdc] serverStatus was very slow: {{ after basic: 0, after repl: {m} }}",
]


def stamp(form):
    return "2026-11-%02dT%02d:%02d:%02d.%03d%s" % (R.randrange(1, 29), R.randrange(24), R.randrange(60), R.randrange(60), R.randrange(1000), form)


def main():
    for _ in range(9):
        for component, context, number, message, attributes in LINES:
            line = {"t": {"$date": stamp("+00:00")}, "s": "W" if "tags" in attributes else "I", "c": component, "id": number,
                    "ctx": context, "msg": message}
            if attributes:
                line["attr"] = attributes
            text = json.dumps(line, separators=(",", ":"))
            print(R.choice(["", "", "", "mongodb_1  | ", "2026-11-22T10:00:00.000000000Z stdout F "]) + text)
    for _ in range(12):
        for text in OLD:
            print(stamp("+0000") + " " + text.format(n=R.randrange(2, 250), m=R.randrange(1000), k=R.randrange(1, 20)))


main()
