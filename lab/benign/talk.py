#!/usr/bin/env python3
"""Writes what applications and people say about MongoDB while nothing is wrong with its connections."""
import random

R = random.Random(13)
TALK = """
Connected to MongoDB
MongoDB connected successfully
✅ MongoDB Connected: cluster0-shard-00-00.ab1cd.mongodb.net
Mongoose connected to mongodb://mongo:27017/shop
Mongoose default connection open to mongodb://localhost:27017/shop
Successfully connected to database shop on mongodb://10.2.0.4:27017
mongoose disconnected through app termination
Closing MongoDB connection
Database connection closed, bye
connecting to MongoDB at mongo:27017 ...
Waiting for mongo:27017...
wait-for-it.sh: waiting 30 seconds for mongodb:27017
wait-for-it.sh: mongodb:27017 is available after 4 seconds
nc: connect to mongodb port 27017 (tcp) succeeded
Connection to mongodb 27017 port [tcp/*] succeeded!
MongoServerError: E11000 duplicate key error collection: shop.users index: email_1 dup key: { email: "a@example.com" }
MongoBulkWriteError: E11000 duplicate key error collection: shop.orders index: _id_ dup key: { _id: 17 }
pymongo.errors.DuplicateKeyError: E11000 duplicate key error collection: shop.users index: _id_ dup key: { _id: 5 }, full error: {'index': 0, 'code': 11000, 'keyPattern': {'_id': 1}, 'keyValue': {'_id': 5}}
com.mongodb.MongoWriteException: Write operation error on server cluster0-shard-00-00.ab1cd.mongodb.net:27017. Write error: WriteError{code=11000, message='E11000 duplicate key error collection: shop.users index: email_1 dup key: { email: "a" }', details={}}.
org.springframework.dao.DuplicateKeyException: Write operation error on server mongo:27017. Write error: WriteError{code=11000, message='E11000 duplicate key error collection: shop.users', details={}}.
MongoServerError: Document failed validation
pymongo.errors.WriteError: Document failed validation, full error: {'index': 0, 'code': 121, 'errmsg': 'Document failed validation'}
com.mongodb.MongoCommandException: Command failed with error 26 (NamespaceNotFound): 'ns not found' on server mongo:27017. The full response is {"ok": 0.0, "errmsg": "ns not found", "code": 26, "codeName": "NamespaceNotFound"}
com.mongodb.MongoCommandException: Command failed with error 48 (NamespaceExists): 'Collection shop.orders already exists.' on server mongo:27017
com.mongodb.MongoCommandException: Command failed with error 85 (IndexOptionsConflict): 'Index with name: state_1 already exists with different options' on server mongo:27017
com.mongodb.MongoCommandException: Command failed with error 112 (WriteConflict): 'WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.' on server mongo:27017
com.mongodb.MongoExecutionTimeoutException: Command failed with error 50 (MaxTimeMSExpired): 'operation exceeded time limit' on server mongo:27017
com.mongodb.MongoQueryException: Command failed with error 2 (BadValue): 'unknown operator: $foo' on server mongo:27017
com.mongodb.MongoCursorNotFoundException: Query failed with error code -5 and error message 'Cursor 771 not found on server mongo:27017' on server mongo:27017
org.bson.codecs.configuration.CodecConfigurationException: Can't find a codec for class com.example.Money.
org.bson.BsonInvalidOperationException: readStartDocument can only be called when CurrentBSONType is DOCUMENT, not when CurrentBSONType is STRING.
MongoServerError: Plan executor error during findAndModify :: caused by :: WriteConflict error: this operation conflicted with another operation.
MongoServerError: cannot use the part (a of a.b) to traverse the element ({a: 1})
MongoServerError: Updating the path 'x' would create a conflict at 'x'
MongoServerError: Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array
MongoServerError: $lookup with Pipeline may not specify an empty pipeline
MongoServerError: BSONObj size: 17825796 (0x1100004) is invalid. Size must be between 0 and 16793600(16MB)
MongoServerError: PlanExecutor error during aggregation :: caused by :: Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.
MongoServerError: cursor id 7711 not found
MongoServerError: operation exceeded time limit
MongoServerError: text index required for $text query
MongoServerError: Transaction numbers are only allowed on a replica set member or mongos
MongoServerError: Index build failed: 7f: Collection shop.orders ( 5e ) :: caused by :: E11000 duplicate key error
ValidationError: User validation failed: email: Path `email` is required.
CastError: Cast to ObjectId failed for value "undefined" (type string) at path "_id" for model "Order"
MissingSchemaError: Schema hasn't been registered for model "Order".
OverwriteModelError: Cannot overwrite `User` model once compiled.
VersionError: No matching document found for id "65f0c0ffee" version 3 modifiedPaths "items"
DocumentNotFoundError: No document found for query "{ _id: new ObjectId('65f0') }" on model "Order"
BSONError: input must be a 24 character hex string, 12 byte Uint8Array, or an integer
(node:21) [MONGODB DRIVER] Warning: useNewUrlParser is a deprecated option: useNewUrlParser has no effect since Node.js Driver version 4.0.0 and will be removed in the next major version
(node:21) [MONGODB DRIVER] Warning: useUnifiedTopology is a deprecated option: useUnifiedTopology has no effect since Node.js Driver version 4.0.0 and will be removed in the next major version
(node:1) [MONGOOSE] DeprecationWarning: Mongoose: the `strictQuery` option will be switched back to `false` by default in Mongoose 7.
(node:1) [MONGOOSE] Warning: Duplicate schema index on {"email":1} found. This is often due to declaring an index using both "index: true" and "schema.index()".
(node:1) DeprecationWarning: collection.ensureIndex is deprecated. Use createIndexes instead.
(node:1) DeprecationWarning: current Server Discovery and Monitoring engine is deprecated, and will be removed in a future version. To use the new Server Discover and Monitoring engine, pass option { useUnifiedTopology: true } to the MongoClient constructor.
UserWarning: You appear to be connected to a CosmosDB cluster. For more information regarding feature compatibility and support please visit https://www.mongodb.com/supportability/cosmosdb
UserWarning: MongoClient opened before fork. May not be entirely fork-safe, proceed with caution.
org.mongodb.driver.cluster : Cluster created with settings {hosts=[mongo:27017], mode=SINGLE, requiredClusterType=UNKNOWN, serverSelectionTimeout='30000 ms'}
org.mongodb.driver.cluster : Cluster created with id ClusterId{value='65f0', description='null'} and settings {hosts=[127.0.0.1:27017], srvHost=cluster0.ab1cd.mongodb.net, srvServiceName=mongodb, mode=MULTIPLE, requiredClusterType=REPLICA_SET, serverSelectionTimeout='30000 ms', requiredReplicaSetName='atlas-1'}
org.mongodb.driver.cluster : Adding discovered server cluster0-shard-00-00.ab1cd.mongodb.net:27017 to client view of cluster
org.mongodb.driver.cluster : Monitor thread successfully connected to server with description ServerDescription{address=mongo:27017, type=STANDALONE, state=CONNECTED, ok=true, minWireVersion=0, maxWireVersion=21, maxDocumentSize=16777216, logicalSessionTimeoutMinutes=30, roundTripTimeNanos=41222}
org.mongodb.driver.cluster : Monitor thread successfully connected to server with description ServerDescription{address=mongo:27017, type=REPLICA_SET_SECONDARY, cryptd=false, state=CONNECTED, ok=true, setName='rs0', primary='mongo-1:27017', lastUpdateTimeNanos=8}
org.mongodb.driver.cluster : Setting max election id to 7fffffff0000000000000004 from replica set primary mongo:27017
org.mongodb.driver.cluster : Discovered replica set primary mongo:27017 with max election id 7fffffff0000000000000004 and max set version 2
org.mongodb.driver.cluster : No server chosen by ReadPreferenceServerSelector{readPreference=primary} from cluster description ClusterDescription{type=UNKNOWN, connectionMode=SINGLE, serverDescriptions=[ServerDescription{address=mongo:27017, type=UNKNOWN, state=CONNECTING}]}. Waiting for 30000 ms before timing out
org.mongodb.driver.cluster : No server chosen by com.mongodb.client.internal.MongoClientDelegate$1@41 from cluster description ClusterDescription{type=REPLICA_SET, connectionMode=MULTIPLE, serverDescriptions=[]}. Waiting for 30000 ms before timing out
org.mongodb.driver.client : MongoClient with metadata {"driver": {"name": "mongo-java-driver|sync|spring-boot", "version": "5.0.1"}, "os": {"type": "Linux"}} created with settings MongoClientSettings{readPreference=primary, retryWrites=true, retryReads=true, credential=null, transportSettings=null, streamFactoryFactory=null, heartbeatConnectTimeoutMS=0}
org.mongodb.driver.connection : Opened connection [connectionId{localValue:3, serverValue:21}] to mongo:27017
org.mongodb.driver.connection : Closed connection [connectionId{localValue:3, serverValue:21}] to mongo:27017 because the pool has been closed.
org.mongodb.driver.connection : Closed connection [connectionId{localValue:3, serverValue:21}] to mongo:27017 because it is past its maximum allowed idle time.
org.mongodb.driver.connection : Closed connection [connectionId{localValue:4, serverValue:22}] to mongo:27017 because the application is closing.
org.mongodb.driver.uri : Connection string contains unsupported option 'foo'.
org.mongodb.driver.uri : Connection string contains unsupported option 'sslvalidate'.
org.mongodb.driver.connection : Started connection pool maintenance
Waiting for server to become available for operation with ID 7. Remaining time: 29999 ms. Selector: WritableServerSelector, topology description: {type=UNKNOWN, servers=[{address=mongo:27017, type=UNKNOWN, state=CONNECTING}].
{"level":"debug","message":"Server selection started","selector":"ReadPreferenceServerSelector","operation":"find","topologyDescription":"<TopologyDescription type: Unknown, servers: [mongo:27017]>"}
Server selection succeeded for operation find on server mongo:27017
Starting topology monitoring; topologyId=65f0
{"message": "Connection pool ready", "serverHost": "mongo", "serverPort": 27017, "topologyId": "65f0"}
{"message": "Server heartbeat succeeded", "serverHost": "mongo", "serverPort": 27017, "awaited": true, "durationMS": 10008}
Bootstrapping Spring Data MongoDB repositories in DEFAULT mode.
Finished Spring Data repository scanning in 41 ms. Found 7 MongoDB repository interfaces.
Multiple Spring Data modules found, entering strict repository configuration mode
Automatic index creation will be disabled by default as of Spring Data MongoDB 3.x.
Created index email_1 on shop.users
Executing aggregation: [{ "$match" : { "state" : "open"}}] in collection orders
Ensuring indexes for collection shop.orders done
mongodump: writing shop.orders to dump/shop/orders.bson
done dumping shop.orders (91822 documents)
mongorestore: preparing collections to restore from
finished restoring shop.orders (91822 documents, 0 failures)
1 document(s) imported successfully. 0 document(s) failed to import.
connected to: mongodb://localhost/
Current Mongosh Log ID:	65f0c0ffee
Connecting to:		mongodb://<credentials>@cluster0.ab1cd.mongodb.net/shop?appName=mongosh+2.3.1
Using MongoDB:		7.0.14
Using Mongosh:		2.3.1
rs0 [direct: primary] shop> db.orders.countDocuments()
mongo-express_1  | Welcome to mongo-express 1.0.2
mongo-express_1  | Mongo Express server listening at http://0.0.0.0:8081
{"level":"info","msg":"mongo: connected","uri":"mongodb+srv://***:***@cluster0.ab1cd.mongodb.net/?retryWrites=true"}
level=info ts=2026-11-22T10:00:00Z caller=mongodb.go:41 msg="MongoDB exporter listening" address=:9216
Mendix: opening documentation page https://www.mongodb.com/docs/atlas/troubleshoot-connection/
Runbook step 3: check the IP access list in Atlas, then the security group
TODO replace querySrv by the seed list once the resolver is fixed
test connection_refused_to_mongo_is_retried ... ok
PASS src/mongo/retry.test.ts (5.21 s)
npm install mongodb@6.8.0 --save
Downloaded from central: org/mongodb/mongodb-driver-sync/5.1.0/mongodb-driver-sync-5.1.0.jar (190 kB at 2.1 MB/s)
Pulling mongodb ... done
Creating shop_mongodb_1 ... done
Setting up mongodb-org-server (7.0.14) ...
User alice granted role readWrite on shop by admin
Cache hit ratio 0.97, mongo reads 412/s, writes 88/s
health: mongodb=UP redis=UP disk=UP
{"status":"UP","components":{"mongo":{"status":"UP","details":{"maxWireVersion":21}}}}
Change stream resumed after token 8265F0
Retrying transaction after TransientTransactionError: WriteConflict
Migration 0007_orders_index applied to mongodb in 812 ms
Skipping migration, lock is held by another instance (mongo changelog)
Mongock has finished
Liquibase: mongodb changelog up to date
Atlas backup snapshot of Cluster0 completed
Atlas alert closed: Disk IOPS % utilization on Data Partition is below 90
"""
WRAPS = ["{}", "2026-11-22T10:{m:02d}:{s:02d}.{ms:03d}Z INFO {}", "[{m:02d}:{s:02d}] {}", "2026-11-22 10:{m:02d}:{s:02d},{ms:03d} DEBUG [main] {}",
         "Nov 22 10:{m:02d}:{s:02d} web-1 shop[412]: {}", "app_1  | {}", "\x1b[32minfo\x1b[39m: {}", "time=\"2026-11-22T10:{m:02d}:{s:02d}Z\" level=info {}",
         "I, [2026-11-22T10:{m:02d}:{s:02d}.{ms:03d}000 #1]  INFO -- : {}"]


def main():
    for text in TALK.strip("\n").split("\n"):
        for wrap in WRAPS:
            print(wrap.replace("{}", text.replace("{", "{{").replace("}", "}}")).format(
                m=R.randrange(60), s=R.randrange(60), ms=R.randrange(1000)))


main()
