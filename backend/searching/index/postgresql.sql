-- A tsvector of search_entries behind a GIN index. WORDS(x) is x folded; what is then a word is told
-- here and not by PostgreSQL's parser, which takes "4.860" and "el/vatten" for one.
CREATE OR REPLACE FUNCTION search_words(said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array(
    SELECT left(word, 500) FROM regexp_split_to_table(WORDS(said), 'BETWEEN') AS word
      WHERE word <> ''))
$$;

CREATE INDEX ix_search_entries_words ON search_entries USING gin (words);

CREATE OR REPLACE FUNCTION search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept text := TG_ARGV[0];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_entries (place, owner, id, words)
      SELECT kept, NEW.conversation_id, NEW.id, search_words(NEW.text) FROM conversations
        WHERE id = NEW.conversation_id AND handed_over;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE search_entries SET words = search_words(NEW.text)
      WHERE owner = NEW.conversation_id AND place = kept AND id = NEW.id;
  ELSE
    DELETE FROM search_entries
      WHERE owner = OLD.conversation_id AND place = kept AND id = OLD.id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_handoff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_entries (place, owner, id, words)
      SELECT 'handoff', NEW.conversation_id, NEW.id, search_words(NEW.reference)
        FROM conversations WHERE id = NEW.conversation_id AND handed_over;
  ELSE
    DELETE FROM search_entries
      WHERE owner = OLD.conversation_id AND place = 'handoff' AND id = OLD.id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE owner = OLD.id AND place <> 'debtor';
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.handed_over AND NOT NEW.handed_over THEN
    DELETE FROM search_entries WHERE owner = NEW.id AND place <> 'debtor';
  END IF;
  IF NOT NEW.handed_over THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NOT OLD.handed_over THEN
    INSERT INTO search_entries (place, owner, id, words)
      SELECT 'message', conversation_id, id, search_words(text) FROM messages
        WHERE conversation_id = NEW.id
      UNION ALL SELECT 'note', conversation_id, id, search_words(text) FROM notes
        WHERE conversation_id = NEW.id
      UNION ALL SELECT 'handoff', conversation_id, id, search_words(reference) FROM handoffs
        WHERE conversation_id = NEW.id;
  END IF;
  DELETE FROM search_entries WHERE owner = NEW.id AND place = 'case';
  INSERT INTO search_entries (place, owner, id, words)
    SELECT 'case', NEW.id, '', search_words(NEW.case_reference)
      WHERE NEW.case_reference IS NOT NULL;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_debtor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_entries (place, owner, id, words)
      VALUES ('debtor', NEW.id, '', search_words(NEW.name));
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE search_entries SET words = search_words(NEW.name)
      WHERE owner = NEW.id AND place = 'debtor';
  ELSE
    DELETE FROM search_entries WHERE owner = OLD.id AND place = 'debtor';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_messages AFTER INSERT OR DELETE OR UPDATE OF text ON messages
  FOR EACH ROW EXECUTE FUNCTION search_text('message');

CREATE TRIGGER search_notes AFTER INSERT OR DELETE OR UPDATE OF text ON notes
  FOR EACH ROW EXECUTE FUNCTION search_text('note');

CREATE TRIGGER search_handoffs AFTER INSERT OR DELETE ON handoffs
  FOR EACH ROW EXECUTE FUNCTION search_handoff();

CREATE TRIGGER search_conversations
  AFTER INSERT OR DELETE OR UPDATE OF handed_over, case_reference ON conversations
  FOR EACH ROW EXECUTE FUNCTION search_conversation();

CREATE TRIGGER search_debtors AFTER INSERT OR DELETE OR UPDATE OF name ON debtors
  FOR EACH ROW EXECUTE FUNCTION search_debtor();
