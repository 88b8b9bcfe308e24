//! Conversations in direct chats and in rooms, encrypted or not.

use super::{Home, SHARED, met, unique};
use crate::world::GOOD_PITCH;
use real_synapse::{Came, Person};

#[tokio::test]
async fn a_pitch_is_coached_in_an_encrypted_direct_chat() {
    let Some(synapse) = &*SHARED else { return };
    let home = Home::on(synapse).await;
    let bot = home.start().await;
    let (ana, room) = met(synapse, &home, "ana").await;
    ana.says(&room, "pitch practise 30").await;
    let asked = ana.reads(&home.bot(), "pitch").await;
    assert_eq!(asked.came, Came::Encrypted);
    ana.says(&room, GOOD_PITCH).await;
    let feedback = ana.reads(&home.bot(), "What works:").await;
    assert_eq!(feedback.came, Came::Encrypted);
    bot.end().await;
}
