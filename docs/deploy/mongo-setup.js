// Run by compose.yaml, as the administrator, against the first member. May run again and again.
const members = ["mongo1:27017", "mongo2:27017", "mongo3:27017"];
try {
  rs.status();
} catch (e) {
  if (e.codeName !== "NotYetInitialized") {
    throw e;
  }
  rs.initiate({
    _id: "health-connect",
    members: members.map((host, i) => ({_id: i, host, priority: i === 0 ? 2 : 1})),
  });
}

// The first member is preferred, so that it becomes primary; then it takes writes.
while (!db.hello().isWritablePrimary) {
  sleep(500);
}

const own = db.getSiblingDB("health-connect");
if (own.getUser("health-connect") === null) {
  own.createUser({
    user: "health-connect",
    pwd: process.env.NODE_PASSWORD,
    // The first node that starts sets indexes and what the server checks of documents.
    roles: [
      {role: "readWrite", db: "health-connect"},
      {role: "dbAdmin", db: "health-connect"},
    ],
  });
}
