# Ruby's clients of other systems against every peer of world.py.
require 'socket'
require 'openssl'
require 'net/http'
require 'net/smtp'
require 'logger'
require 'timeout'
require 'resolv'
%w[redis pg mysql2 faraday dalli bunny].each { |g| begin; require g; rescue LoadError; nil; end }
LOG = Logger.new($stdout)
HOSTS = %w[api.example.com www.corp.example.net old.legacy.example.org 10.30.0.9] + (11..28).map { |n| "node-#{n}.internal" }
TRIES = {
  'cache' => ->(h) { Redis.new(host: h, timeout: 1.5, reconnect_attempts: 0).get('k') },
  'cache tls' => ->(h) { Redis.new(host: h, port: 6380, ssl: true, timeout: 1.5, reconnect_attempts: 0).ping },
  'postgres' => ->(h) { PG.connect(host: h, dbname: 'orders', connect_timeout: 2) },
  'mysql' => ->(h) { Mysql2::Client.new(host: h, username: 'a', connect_timeout: 1, read_timeout: 1) },
  'https' => ->(h) { Net::HTTP.start(h, 443, use_ssl: true, open_timeout: 1.5, read_timeout: 1.5) { |c| c.get('/') } },
  'http' => ->(h) { Net::HTTP.start(h, 8080, open_timeout: 1.5, read_timeout: 1.5, max_retries: 0) { |c| c.get('/') } },
  'faraday' => ->(h) { Faraday.new("https://#{h}:8443", request: { timeout: 1.5 }).get('/') },
  'mail' => ->(h) { s = Net::SMTP.new(h, 25); s.open_timeout = s.read_timeout = 1; s.start },
  'queue' => ->(h) { Bunny.new(host: h, connection_timeout: 1, read_timeout: 1, automatically_recover: false, recovery_attempts: 0, logger: LOG).start },
  'memcached' => ->(h) { Dalli.logger = LOG; Dalli::Client.new("#{h}:11211", socket_timeout: 1).get('k') },
  'tcp' => ->(h) { s = Socket.tcp(h, 6379, connect_timeout: 1.5); 9.times { s.write("PING\r\n"); sleep 0.02 }; s.readpartial(9) },
  'srv' => ->(h) { r = Resolv::DNS.new(nameserver: ['10.20.0.53']); r.timeouts = 1; r.getresource("_sip._tcp.#{h}", Resolv::DNS::Resource::IN::SRV) },
  'srv dead' => ->(h) { r = Resolv::DNS.new(nameserver: ['10.20.0.54']); r.timeouts = 1; r.getresource("_sip._tcp.#{h}", Resolv::DNS::Resource::IN::SRV) }
}.freeze
TRIES.each_with_index do |(what, try), i|
  HOSTS.each_with_index do |h, j|
    Timeout.timeout(3) { try.call(h) }
  rescue NameError => e
    warn e.message
    break
  rescue Exception => e
    case (i + j) % 3
    when 0 then LOG.error("#{what}: #{e.class}: #{e.message.tr("\n", ' ')}")
    when 1 then LOG.warn("#{e.class} (#{e.message.tr("\n", ' ')})")
    else puts "/srv/app/lib/#{what.tr(' ', '_')}.rb:#{20 + i}:in `connect': #{e.message.tr("\n", ' ')} (#{e.class})"
    end
  end
end
