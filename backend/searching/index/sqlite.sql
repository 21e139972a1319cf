-- FTS5 over search_entries. WORDS(x) is x with the letters replaced that FTS5 does not fold.
CREATE VIRTUAL TABLE search_index USING fts5(
  words, content='search_entries', content_rowid='number',
  tokenize="unicode61 remove_diacritics 2"
);

CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_index (rowid, words) VALUES (NEW.number, NEW.words);
END;

CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', OLD.number, OLD.words);
END;

CREATE TRIGGER search_entries_changed AFTER UPDATE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', OLD.number, OLD.words);
  INSERT INTO search_index (rowid, words) VALUES (NEW.number, NEW.words);
END;

CREATE TRIGGER search_messages_added AFTER INSERT ON messages
WHEN (SELECT handed_over FROM conversations WHERE id = NEW.conversation_id) BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    VALUES ('message', NEW.conversation_id, NEW.id, WORDS(NEW.text));
END;

CREATE TRIGGER search_messages_changed AFTER UPDATE OF text ON messages BEGIN
  UPDATE search_entries SET words = WORDS(NEW.text)
    WHERE owner = NEW.conversation_id AND place = 'message' AND id = NEW.id;
END;

CREATE TRIGGER search_messages_removed AFTER DELETE ON messages BEGIN
  DELETE FROM search_entries
    WHERE owner = OLD.conversation_id AND place = 'message' AND id = OLD.id;
END;

CREATE TRIGGER search_notes_added AFTER INSERT ON notes
WHEN (SELECT handed_over FROM conversations WHERE id = NEW.conversation_id) BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    VALUES ('note', NEW.conversation_id, NEW.id, WORDS(NEW.text));
END;

CREATE TRIGGER search_notes_changed AFTER UPDATE OF text ON notes BEGIN
  UPDATE search_entries SET words = WORDS(NEW.text)
    WHERE owner = NEW.conversation_id AND place = 'note' AND id = NEW.id;
END;

CREATE TRIGGER search_notes_removed AFTER DELETE ON notes BEGIN
  DELETE FROM search_entries
    WHERE owner = OLD.conversation_id AND place = 'note' AND id = OLD.id;
END;

CREATE TRIGGER search_handoffs_added AFTER INSERT ON handoffs
WHEN (SELECT handed_over FROM conversations WHERE id = NEW.conversation_id) BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    VALUES ('handoff', NEW.conversation_id, NEW.id, WORDS(NEW.reference));
END;

CREATE TRIGGER search_handoffs_removed AFTER DELETE ON handoffs BEGIN
  DELETE FROM search_entries
    WHERE owner = OLD.conversation_id AND place = 'handoff' AND id = OLD.id;
END;

CREATE TRIGGER search_conversations_opened AFTER UPDATE OF handed_over ON conversations
WHEN NEW.handed_over AND NOT OLD.handed_over BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    SELECT 'message', conversation_id, id, WORDS(text) FROM messages
      WHERE conversation_id = NEW.id
    UNION ALL SELECT 'note', conversation_id, id, WORDS(text) FROM notes
      WHERE conversation_id = NEW.id
    UNION ALL SELECT 'handoff', conversation_id, id, WORDS(reference) FROM handoffs
      WHERE conversation_id = NEW.id;
END;

CREATE TRIGGER search_conversations_closed AFTER UPDATE OF handed_over ON conversations
WHEN OLD.handed_over AND NOT NEW.handed_over BEGIN
  DELETE FROM search_entries WHERE owner = NEW.id AND place <> 'debtor';
END;

CREATE TRIGGER search_conversations_added AFTER INSERT ON conversations
WHEN NEW.handed_over AND NEW.case_reference IS NOT NULL BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    VALUES ('case', NEW.id, '', WORDS(NEW.case_reference));
END;

CREATE TRIGGER search_conversations_identified
AFTER UPDATE OF handed_over, case_reference ON conversations WHEN NEW.handed_over BEGIN
  DELETE FROM search_entries WHERE owner = NEW.id AND place = 'case';
  INSERT INTO search_entries (place, owner, id, words)
    SELECT 'case', NEW.id, '', WORDS(NEW.case_reference) WHERE NEW.case_reference IS NOT NULL;
END;

CREATE TRIGGER search_conversations_removed AFTER DELETE ON conversations BEGIN
  DELETE FROM search_entries WHERE owner = OLD.id AND place <> 'debtor';
END;

CREATE TRIGGER search_debtors_added AFTER INSERT ON debtors BEGIN
  INSERT INTO search_entries (place, owner, id, words)
    VALUES ('debtor', NEW.id, '', WORDS(NEW.name));
END;

CREATE TRIGGER search_debtors_changed AFTER UPDATE OF name ON debtors BEGIN
  UPDATE search_entries SET words = WORDS(NEW.name) WHERE owner = NEW.id AND place = 'debtor';
END;

CREATE TRIGGER search_debtors_removed AFTER DELETE ON debtors BEGIN
  DELETE FROM search_entries WHERE owner = OLD.id AND place = 'debtor';
END;
