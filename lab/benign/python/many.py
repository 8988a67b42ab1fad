"""More connections to PostgreSQL than it takes."""
import time
import psycopg2

held = []
for _ in range(20):
    try:
        held.append(psycopg2.connect(host="127.0.0.1", user="app", password="x", dbname="postgres"))
    except psycopg2.Error as e:
        print(str(e).strip())
time.sleep(1)
