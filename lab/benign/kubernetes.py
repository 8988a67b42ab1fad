#!/usr/bin/env python3
"""Writes Kubernetes events (wide, JSON, kubelet's log) from the fields that core/v1 Event documents. usage: kubernetes.py"""
import json
import random

R = random.Random(11)
PODS = ["orders-7d9f6c5b8-x2x9k", "web-6b7c9d-q8w7e", "mongodb-0", "mongodb-1", "mongo-express-5f6d-abcde", "redis-master-0",
        "postgres-0", "kafka-2", "ingress-nginx-controller-xkq2v", "coredns-5d78c9869d-7wq2p", "nightly-export-28912345-zzq4x"]
IMAGES = ["registry.example.com/shop/orders:1.4.2", "docker.io/library/nginx:1.25", "mongo:6.0", "redis:7", "quay.io/prom/node:v1"]
MESSAGES = [
    ("Warning", "Unhealthy", 'Readiness probe failed: Get "http://{ip}:8080/healthz": dial tcp {ip}:8080: connect: connection refused'),
    ("Warning", "Unhealthy", "Readiness probe failed: dial tcp {ip}:8080: connect: connection refused"),
    ("Warning", "Unhealthy", "Liveness probe failed: dial tcp {ip}:8080: i/o timeout"),
    ("Warning", "Unhealthy", 'Liveness probe failed: Get "http://{ip}:8080/live": context deadline exceeded (Client.Timeout exceeded while awaiting headers)'),
    ("Warning", "Unhealthy", 'Readiness probe failed: Get "https://{ip}:8443/ready": net/http: TLS handshake timeout'),
    ("Warning", "Unhealthy", 'Readiness probe failed: Get "https://{ip}:8443/ready": remote error: tls: internal error'),
    ("Warning", "Unhealthy", 'Readiness probe failed: Get "https://{ip}:8443/ready": x509: certificate signed by unknown authority'),
    ("Warning", "Unhealthy", 'Startup probe failed: Get "http://{ip}:8080/": read tcp {node}:41022->{ip}:8080: read: connection reset by peer'),
    ("Warning", "Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 503"),
    ("Warning", "Unhealthy", 'Liveness probe failed: Get "http://{ip}:8080/live": EOF'),
    ("Warning", "Unhealthy", "Readiness probe failed: command timed out: pg_isready -U orders"),
    ("Warning", "Unhealthy", "Readiness probe errored: rpc error: code = Unknown desc = container not running ({uid})"),
    ("Warning", "Unhealthy", 'Readiness probe failed: timeout: failed to connect service "{ip}:50051" within 1s: context deadline exceeded'),
    ("Warning", "BackOff", "Back-off restarting failed container app in pod {pod}_shop({uid})"),
    ("Warning", "BackOff", "Back-off pulling image \"{image}\""),
    ("Normal", "Pulling", "Pulling image \"{image}\""),
    ("Normal", "Pulled", "Successfully pulled image \"{image}\" in 1.892s (1.892s including waiting)"),
    ("Normal", "Pulled", "Container image \"{image}\" already present on machine"),
    ("Warning", "Failed", "Failed to pull image \"{image}\": rpc error: code = Unknown desc = failed to resolve reference: dial tcp: lookup registry.example.com on 10.96.0.10:53: no such host"),
    ("Warning", "Failed", "Failed to pull image \"{image}\": rpc error: code = Unavailable desc = dial tcp 10.3.0.9:443: i/o timeout"),
    ("Warning", "Failed", "Error: ErrImagePull"),
    ("Warning", "Failed", "Error: ImagePullBackOff"),
    ("Warning", "Failed", "Error: secret \"db-credentials\" not found"),
    ("Warning", "Failed", "Error: configmap \"orders\" not found"),
    ("Normal", "Created", "Created container app"),
    ("Normal", "Started", "Started container app"),
    ("Normal", "Killing", "Stopping container app"),
    ("Normal", "Killing", "Container app failed liveness probe, will be restarted"),
    ("Normal", "Scheduled", "Successfully assigned shop/{pod} to {host}"),
    ("Warning", "FailedScheduling", "0/5 nodes are available: 2 Insufficient memory, 3 node(s) had untolerated taint {{node.kubernetes.io/not-ready: }}. preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod."),
    ("Warning", "FailedScheduling", "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims."),
    ("Warning", "FailedMount", "MountVolume.SetUp failed for volume \"tls\" : secret \"{pod}-tls\" not found"),
    ("Warning", "FailedMount", "Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data]: timed out waiting for the condition"),
    ("Warning", "FailedAttachVolume", "Multi-Attach error for volume \"pvc-{uid}\" Volume is already used by pod(s) {pod}"),
    ("Normal", "SuccessfulAttachVolume", "AttachVolume.Attach succeeded for volume \"pvc-{uid}\""),
    ("Warning", "FailedCreatePodSandBox", "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox: dial tcp 10.96.0.1:443: connect: connection refused"),
    ("Warning", "DNSConfigForming", "Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: 10.96.0.10"),
    ("Warning", "Evicted", "The node was low on resource: ephemeral-storage. Threshold quantity: 1Gi, available: 912Mi."),
    ("Warning", "OOMKilling", "Memory cgroup out of memory: Killed process 8812 (java)"),
    ("Warning", "NodeNotReady", "Node is not ready"),
    ("Normal", "NodeReady", "Node {host} status is now: NodeReady"),
    ("Normal", "SuccessfulCreate", "Created pod: {pod}"),
    ("Normal", "SuccessfulCreate", "create Claim data-mongodb-0 Pod mongodb-0 in StatefulSet mongodb success"),
    ("Normal", "SuccessfulCreate", "create Pod mongodb-0 in StatefulSet mongodb successful"),
    ("Normal", "ScalingReplicaSet", "Scaled up replica set orders-7d9f6c5b8 to 3"),
    ("Warning", "FailedGetResourceMetric", "failed to get cpu utilization: unable to fetch metrics from resource metrics API: the server is currently unable to handle the request (get pods.metrics.k8s.io)"),
    ("Normal", "LeaderElection", "{host}_{uid} became leader"),
    ("Warning", "FailedToUpdateEndpoint", "Failed to update endpoint shop/orders: Operation cannot be fulfilled on endpoints \"orders\": the object has been modified"),
    ("Warning", "SyncLoadBalancerFailed", "Error syncing load balancer: failed to ensure load balancer: Post \"https://lb.example.net\": EOF"),
    ("Warning", "FailedKillPod", "error killing pod: failed to \"KillContainer\" for \"app\" with KillContainerError: rpc error: code = DeadlineExceeded desc = context deadline exceeded"),
]
KUBELET = [
    'I{k} {pid} kubelet.go:2412] "SyncLoop (probe)" probe="readiness" status="ready" pod="shop/{pod}"',
    'I{k} {pid} prober.go:107] "Probe failed" probeType="Readiness" pod="shop/{pod}" podUID="{uid}" containerName="app" probeResult="failure" output="Get \\"http://{ip}:8080/healthz\\": dial tcp {ip}:8080: connect: connection refused"',
    'E{k} {pid} pod_workers.go:1294] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"app\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container=app pod={pod}_shop({uid})\\"" pod="shop/{pod}" podUID="{uid}"',
    'E{k} {pid} reflector.go:148] k8s.io/client-go/informers/factory.go:150: Failed to watch *v1.Node: failed to list *v1.Node: Get "https://10.96.0.1:443/api/v1/nodes?limit=500": dial tcp 10.96.0.1:443: connect: connection refused',
    'E{k} {pid} controller.go:193] "Failed to update lease" err="Put \\"https://10.96.0.1:443/apis/coordination.k8s.io/v1/leases/{host}\\": net/http: request canceled (Client.Timeout exceeded while awaiting headers)"',
    'W{k} {pid} transport.go:301] Unable to cancel request for *exec.roundTripper',
    'E{k} {pid} kuberuntime_manager.go:1256] container app start failed in pod {pod}_shop({uid}): ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "{image}": not found',
    'E{k} {pid} server.go:310] "Unable to authenticate the request due to an error" err="verifying certificate SN=7 failed: x509: certificate has expired or is not yet valid"',
    'I{k} {pid} log.go:245] http: TLS handshake error from {node}:53122: remote error: tls: bad certificate',
    'I{k} {pid} log.go:245] http: TLS handshake error from {node}:53124: EOF',
    'W{k} {pid} clientconn.go:1331] [core] grpc: addrConn.createTransport failed to connect to {{127.0.0.1:2379 127.0.0.1 <nil> 0 <nil>}}. Err: connection error: desc = "transport: Error while dialing dial tcp 127.0.0.1:2379: connect: connection refused". Reconnecting...',
    'E{k} {pid} leaderelection.go:330] error retrieving resource lock kube-system/kube-scheduler: etcdserver: request timed out',
]


def filled(text):
    uid = "%08x-%04x-4%03x-9%03x-%012x" % tuple(R.getrandbits(b) for b in (32, 16, 12, 12, 48))
    return text.format(ip="10.244.%d.%d" % (R.randrange(9), R.randrange(250)), node="10.3.0.%d" % R.randrange(99), pod=R.choice(PODS),
                       image=R.choice(IMAGES), uid=uid, host="node-" + R.choice("abcde"), pid=R.randrange(900, 9999),
                       k="1122 10:%02d:%02d.%06d" % (R.randrange(60), R.randrange(60), R.randrange(10 ** 6)))


def main():
    for _ in range(18):
        for kind, reason, text in MESSAGES:
            message, pod, age = filled(text), R.choice(PODS), R.randrange(2, 59)
            form = R.randrange(3)
            if form == 0:
                print("shop   %ds   %-7s %-18s pod/%s   spec.containers{app}   kubelet, node-%s   %s   %ds   %d   %s.17a%08x" % (
                    age, kind, reason, pod, R.choice("abcde"), message, age, R.randrange(1, 40), pod, R.getrandbits(32)))
            elif form == 1:
                print("%dm          %s   %s   pod/%s   %s" % (age, kind, reason, pod, message))
            else:
                print(json.dumps({"kind": "Event", "apiVersion": "v1", "type": kind, "reason": reason, "message": message, "count": age,
                                  "involvedObject": {"kind": "Pod", "namespace": "shop", "name": pod},
                                  "source": {"component": "kubelet", "host": "node-" + R.choice("abcde")},
                                  "lastTimestamp": "2026-11-22T10:%02d:%02dZ" % (age, R.randrange(60))}))
        for text in KUBELET:
            print(filled(text))


main()
